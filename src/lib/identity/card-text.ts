/** Crockford's base32: digits and capitals without I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;
const PIN_LENGTH = 6;

/** What a card says: 8 characters of Crockford's base32 and a PIN of 6 digits (contract §2). */
export interface CardText {
	readonly code: string;
	readonly pin: string;
}

/**
 * Reads what was typed or scanned. Spaces, dashes and case do not matter; I and L are 1, O is 0.
 * `undefined` when it is not a code of 8 and a PIN of 6.
 */
export function readCardText(typed: string): CardText | undefined {
	const text = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Pd}]+/gu, '')
		.replace(/[IL]/g, '1')
		.replace(/O/g, '0');
	const code = text.slice(0, CODE_LENGTH);
	const pin = text.slice(CODE_LENGTH);
	if (code.length < CODE_LENGTH || pin.length !== PIN_LENGTH) return undefined;
	if (![...code].every((char) => ALPHABET.includes(char)) || !/^[0-9]+$/.test(pin))
		return undefined;
	return { code, pin };
}

/** As printed: `ABCD-EFGH 123456`. */
export function writeCardText({ code, pin }: CardText): string {
	return `${code.slice(0, 4)}-${code.slice(4)} ${pin}`;
}

/** A card out of 13 random bytes: 40 bits of code, and a PIN whose digits are as even as 64 bits allow. */
export function drawCardText(bytes: Uint8Array): CardText {
	const view = new DataView(bytes.buffer, bytes.byteOffset, CARD_BYTES);
	let bits = (BigInt(view.getUint8(0)) << 32n) | BigInt(view.getUint32(1));
	let code = '';
	for (let i = 0; i < CODE_LENGTH; i++, bits >>= 5n) code += ALPHABET[Number(bits & 31n)];
	const pin = String(view.getBigUint64(5) % 1_000_000n).padStart(PIN_LENGTH, '0');
	return { code, pin };
}
export const CARD_BYTES = 13;
