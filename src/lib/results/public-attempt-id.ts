import { hmacSha256 } from '#lib/kernel/digest.ts';

/**
 * An attempt's name in every publication: HMAC-SHA256(the contest's secret, `attempt` LF its id), 32 hex
 * digits, in both forms alike. The id of the database holds the instant of the start, and with the time
 * taken that tells who has extra time.
 */
export function publicAttemptId(secret: Uint8Array, attemptId: string): string {
	return hmacSha256(secret, `attempt\n${attemptId}`).toString('hex').slice(0, 32);
}
