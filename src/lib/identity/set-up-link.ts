import type { Instant } from '#lib/kernel/instant.ts';
import type { Refused } from '#lib/kernel/outcome.ts';
import { refuse, type IdentityRefusal } from './refusals.ts';

/** Why a set-up link cannot be used now; `undefined` when it can. Once used, it is used for good. */
export function whyNotLink(
	link: { readonly expiresAt: Instant; readonly usedAt: Instant | null } | undefined,
	at: Instant
): Refused<IdentityRefusal> | undefined {
	if (!link) return refuse('link-unknown');
	if (link.usedAt !== null) return refuse('link-used');
	return at < link.expiresAt ? undefined : refuse('link-expired');
}
