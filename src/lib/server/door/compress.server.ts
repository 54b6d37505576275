import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** Shorter than this, a text becomes no packet less. */
const WORTHWHILE_BYTES = 1_024;
/** Of 11: most of what there is to win, in a millisecond or two of another thread. */
const QUALITY = 5;
const compressible = /^(text\/html|application\/(json|problem\+json))\b/;
const brotli = promisify(brotliCompress);

/**
 * Pages and JSON as a browser takes them over a slow link; what is built ahead of time lies compressed on the
 * disk already. A stream of events and anything that carries an encoding stay as they are.
 */
export async function compressed(response: Response, accepted: string | null): Promise<Response> {
	const { headers, status, statusText } = response;
	if (!response.body || !compressible.test(headers.get('content-type') ?? '')) return response;
	if (headers.has('content-encoding')) return response;
	headers.append('vary', 'accept-encoding');
	if (!/\bbr\b/.test(accepted ?? '')) return response;
	const plain = await response.arrayBuffer();
	const told = new Headers(headers);
	told.delete('content-length');
	if (plain.byteLength < WORTHWHILE_BYTES)
		return new Response(plain, { status, statusText, headers: told });
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: QUALITY,
		[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
		[constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength
	};
	told.set('content-encoding', 'br');
	return new Response(await brotli(plain, { params }), { status, statusText, headers: told });
}
