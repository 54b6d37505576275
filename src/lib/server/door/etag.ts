import { sha256 } from '#lib/kernel/digest.ts';

/** A strong ETag of a body: the same bytes, the same tag. */
export function etagOf(body: string): string {
	return `"${sha256(body).toString('base64url')}"`;
}

/** Does `If-None-Match` name this tag? Compared weakly (RFC 9110 §13.1.2). */
export function matchesTag(header: string | null, etag: string): boolean {
	if (header === null) return false;
	if (header.trim() === '*') return true;
	return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** Gives an answer its ETag; who already has these bytes gets 304 without a body. It must be asked again each time. */
export async function withEtag(request: Request, response: Response): Promise<Response> {
	if (response.status !== 200) return response;
	const body = await response.text();
	const etag = etagOf(body);
	const headers = new Headers(response.headers);
	headers.set('etag', etag);
	headers.set('cache-control', 'no-cache');
	headers.set('vary', 'accept-language, authorization, cookie');
	if (!matchesTag(request.headers.get('if-none-match'), etag))
		return new Response(body, { headers });
	headers.delete('content-type');
	return new Response(null, { status: 304, headers });
}
