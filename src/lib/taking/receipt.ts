const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's base32
const typedReceipt = /^KB([0-9A-HJKMNP-TV-Z]{12})$/;

/** The receipt's serial from 8 random bytes, 60 bits of which are shown: `KB-7F3K-Q92M-X8TD`. */
export function receiptOf(random: Uint8Array): string {
	let bits = random.slice(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
	let text = '';
	for (let i = 0; i < 12; i++, bits >>= 5n) text = alphabet[Number(bits & 31n)] + text;
	return grouped(text);
}

/** What people type or scan, in any case and spacing; null when it is no receipt. */
export function readReceipt(typed: string): string | null {
	const plain = typed.toUpperCase().replace(/[\s-]/gu, '');
	const code = plain.slice(2).replaceAll('O', '0').replace(/[IL]/g, '1');
	const match = typedReceipt.exec(plain.slice(0, 2) + code);
	return match?.[1] ? grouped(match[1]) : null;
}

function grouped(code: string): string {
	return `KB-${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}
