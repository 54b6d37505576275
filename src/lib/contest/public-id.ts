import { hmacSha256 } from '#lib/kernel/digest.ts';

/** A person's pseudonym in a contest: HMAC-SHA256(the contest's secret, person id), its first 32 hex digits. */
export function publicId(secret: Uint8Array, personId: string): string {
	return hmacSha256(secret, personId).toString('hex').slice(0, 32);
}
