import { operator } from '#lib/identity/actor.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { issueUnitCards } from '#lib/people/issue-cards.server.ts';
import { instantOf } from '#lib/kernel/instant.ts';
import type { Connections } from '#lib/server/db/client.ts';
import { asActor } from './contexts.ts';

/** Who of the demo has no consent of their own yet: pupils of a class of Trường THCS Trần Phú. */
export const NEWCOMERS = 'thcs-tran-phu-8a2';
/** Who may start `w1-mo`, with every consent given. */
export const MEMBERS = 'chi-doan-tdp-lam-ha';

/** Cards of all people of a unit, in the order of names, as an organiser prints them. */
export async function issueDemoCards(
	connections: Connections,
	unitKey: string,
	at: Instant = instantOf(Date.now())
): Promise<readonly string[]> {
	const outcome = await asActor(connections, operator, at).run(issueUnitCards, {
		unitKey,
		reissue: true
	});
	if (!outcome.ok) throw new Error(outcome.refusal.code);
	return outcome.value.cards.map(({ card }) => card);
}
