/**
 * Did this write come from our own pages? Asked for every write that a cookie could authorise, sign-in
 * included (contract §2, Doors). With ORIGIN set it must be that; else the Origin's host must be the very
 * host the request was sent to.
 */
export function isOwnOrigin(
	origin: string | null | undefined,
	host: string | null | undefined,
	configured: string | undefined
): boolean {
	if (!origin) return false;
	if (configured !== undefined) return origin === configured;
	if (!host) return false;
	try {
		const url = new URL(origin);
		return (
			(url.protocol === 'http:' || url.protocol === 'https:') && url.host === host.toLowerCase()
		);
	} catch {
		return false;
	}
}

/** Methods that write. */
export function isWrite(method: string): boolean {
	return !['GET', 'HEAD', 'OPTIONS'].includes(method);
}
