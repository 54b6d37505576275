import { hmacSha256 } from '#lib/kernel/digest.ts';
import { earlier, type Instant } from '#lib/kernel/instant.ts';

/**
 * "In scope on a confirmed roster, or the first opening of the contest page signed in, whichever came
 * first" (contract §2 "Counting"): the earliest confirmation, but not before there was a contest.
 */
export function registeredAt(
	memberships: readonly { readonly confirmedAt: Instant | null }[],
	contest: { readonly importedAt: Instant },
	at: Instant
): Instant {
	const instants = memberships.flatMap(({ confirmedAt }) =>
		confirmedAt === null
			? []
			: [confirmedAt < contest.importedAt ? contest.importedAt : confirmedAt]
	);
	return instants.reduce(earlier, at);
}

/** A person's pseudonym in a contest: HMAC-SHA256(the contest's secret, person id), its first 32 hex digits. */
export function publicId(secret: Uint8Array, personId: string): string {
	return hmacSha256(secret, personId).toString('hex').slice(0, 32);
}
