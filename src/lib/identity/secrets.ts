import { hmacSha256, sha256 } from '#lib/kernel/digest.ts';
import { addressBucket } from './address-bucket.ts';
import type { CardText } from './card-text.ts';

// The texts that open doors, as they are kept. Short ones under a key of the instance, so that a copy of
// the table cannot be searched for them; long random ones by their plain digest.

/** Finds a card by its code. */
export function cardCodeHash(key: Uint8Array, code: string): Buffer {
	return hmacSha256(key, `code\n${code}`);
}

/** Proves the PIN; the code is in it, so equal PINs of two cards look different. */
export function cardPinHash(key: Uint8Array, card: CardText): Buffer {
	return hmacSha256(key, `pin\n${card.code}\n${card.pin}`);
}

/** The bucket of an address, so that no address is kept. */
export function addressHash(key: Uint8Array, address: string): Buffer {
	return hmacSha256(key, `address\n${addressBucket(address)}`);
}

/** Session ids, set-up links and API tokens: at least 200 random bits each. */
export function tokenHash(token: string): Buffer {
	return sha256(token);
}

export const TOKEN_BYTES = 32;
export function tokenText(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64url');
}
