import { isIPv4, isIPv6 } from 'node:net';

/**
 * The part of an address that one subscriber holds: an IPv4 address whole, of IPv6 the first 64 bits
 * (a single line gets that many). IPv4 written as IPv6 counts as IPv4. Anything else is one bucket.
 */
export function addressBucket(address: string): string {
	const bare = address
		.replace(/^\[|\]$/g, '')
		.replace(/%.*$/, '')
		.toLowerCase();
	if (isIPv4(bare)) return bare;
	if (!isIPv6(bare)) return 'unknown';
	const groups = groupsOf(bare);
	const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
	if (mapped) return [...bytesOf(groups[6] ?? 0), ...bytesOf(groups[7] ?? 0)].join('.');
	return `${groups
		.slice(0, 4)
		.map((group) => group.toString(16))
		.join(':')}::/64`;
}

/** The eight 16-bit groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
	const [head = '', tail] = address.split('::');
	const left = partsOf(head);
	if (tail === undefined) return left;
	const right = partsOf(tail);
	return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}

function partsOf(text: string): number[] {
	return text
		.split(':')
		.filter((part) => part !== '')
		.flatMap((part) => (part.includes('.') ? groupsOfIPv4(part) : [parseInt(part, 16)]));
}

function groupsOfIPv4(text: string): number[] {
	const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number);
	return [a * 256 + b, c * 256 + d];
}

function bytesOf(group: number): [number, number] {
	return [group >> 8, group & 0xff];
}
