import { isIP } from 'node:net';

/** Where the proxies that the operator trusts say who called. */
export interface AddressSource {
	/** Name of the header, in small letters. */
	readonly header: string;
	/** How many proxies of ours stand in a row; each adds one address at the right of x-forwarded-for. */
	readonly depth: number;
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The caller's address, for limits. What a caller wrote to the left of our own proxies counts for
 * nothing. A request that came past the proxies, or says no address, is its peer's.
 */
export function callerAddress(source: AddressSource, headers: Headers, peer: string): string {
	const said = [headers[source.header] ?? []].flat().join(',');
	const addresses = said.split(',').map((part) => part.trim());
	const address = addresses.at(-source.depth) ?? '';
	return isIP(address) === 0 ? peer : address;
}
