import { permits } from '#lib/identity/abilities.ts';
import { listCardHolders } from '#lib/identity/cards.reads.server.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { issueCards, revokeCards } from '#lib/identity/issue-card.offer.server.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { lineageOn, subtreeKeysOn } from '#lib/units/units.reads.server.ts';
import { listCardFaces, type CardFace } from './card-faces.reads.server.ts';
import type { IssueCards } from './issue-cards.schema.ts';
import { refuse, type PeopleRefusal } from './refusals.ts';

/** What is printed of one card; the text of the card is known now and never again. */
export interface PrintedCard extends CardFace {
	/** `ABCD-EFGH 123456` */
	readonly card: string;
}

export interface CardsIssued {
	readonly cards: readonly PrintedCard[];
	/** People of the unit who have a card already and keep it. */
	readonly kept: number;
}

/**
 * Issues sign-in cards for the people of a unit, and below it, who have none; with `reissue` for all of
 * them, ending the cards they have (contract §1, cards). In the order of unit and name.
 */
export async function issueUnitCards(
	ctx: WriteContext,
	input: IssueCards
): Promise<Outcome<CardsIssued, PeopleRefusal>> {
	const { tx, at, random, keys } = ctx;
	const today = dayOf(at);
	const lineage = await lineageOn(tx, input.unitKey, today);
	if (lineage.length === 0 || !permits(ctx.actor, 'card.issue', lineage))
		return refuse('not-found');
	const unitKeys = await subtreeKeysOn(tx, [input.unitKey], null, today);
	const people = await listCardFaces(tx, unitKeys, today);
	const holders = await listCardHolders(
		tx,
		people.map((person) => person.personId)
	);
	const due = people.filter((person) => input.reissue || !holders.has(person.personId));
	const accountIds = due.map((person) => person.personId);
	await revokeCards(tx, accountIds, at);
	const issued = await issueCards(tx, { accountIds, at, random, keys });
	const textOf = new Map(issued.map(({ accountId, card }) => [accountId, card]));
	const cards = due.map((face) => ({ ...face, card: textOf.get(face.personId) as string }));
	return ok({ cards, kept: people.length - due.length });
}
