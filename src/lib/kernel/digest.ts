import { createHash, createHmac } from 'node:crypto';

// Deterministic functions of their input only: no chance comes in here.

export function sha256Hex(data: string | Uint8Array): string {
	return createHash('sha256').update(data).digest('hex');
}

export function sha256(data: string | Uint8Array): Buffer {
	return createHash('sha256').update(data).digest();
}

/** HMAC-SHA256 of UTF-8 text under `key`, as bytes. */
export function hmacSha256(key: Uint8Array, message: string): Buffer {
	return createHmac('sha256', key).update(message, 'utf8').digest();
}
