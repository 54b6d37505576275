import { getContest } from '#lib/contest/contests.reads.server.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listConsentStandings } from '#lib/people/consents.reads.server.ts';
import { maskedName } from '#lib/people/masked-name.ts';
import { listPeople } from '#lib/people/people.reads.server.ts';
import type { PublicDocument } from './public-form.ts';
import {
	findPublication,
	getPublishedStandings,
	listPeopleBehind,
	type PublicationHead
} from './publications.reads.server.ts';
import { refuse, type ResultsRefusal } from './refusals.ts';
import { personIdsIn, shortened } from './shown-standings.ts';
import type { Standings } from './standings-document.ts';
import type { ViewPublication } from './view-publication.schema.ts';

export interface PublicationShown {
	readonly head: PublicationHead;
	readonly title: string;
	/** The published standings, each board cut to the rows asked for. */
	readonly standings: Standings;
	/** Those who stand in them, by public id, with names as anybody may see them today. */
	readonly people: Readonly<Record<string, PersonShown>>;
	/** Names of units by key, titles of groups, rounds and prizes by id. */
	readonly units: Readonly<Record<string, string>>;
	readonly groups: Readonly<Record<string, string>>;
	readonly rounds: Readonly<Record<string, string>>;
	readonly prizes: Readonly<Record<string, string>>;
}

export interface PersonShown {
	readonly name: string;
	readonly unit: string;
	readonly group: string | null;
	/** The reader themself. */
	readonly mine: boolean;
}

/** A frozen version as a page shows it; everyone may look. */
export async function viewPublication(
	ctx: ReadContext,
	input: ViewPublication
): Promise<Outcome<PublicationShown, ResultsRefusal>> {
	const head = await findPublication(ctx.db, input);
	if (head === undefined) return refuse('not-found');
	const { definition } = await getContest(ctx.db, head.contestCode);
	const files = await getPublishedStandings(ctx.db, head.id);
	const bundle = JSON.parse(files.publicContest) as PublicDocument;
	const standings = shortened(JSON.parse(files.standings) as Standings, {
		offset: input.offset ?? 0,
		limit: input.limit
	});
	return ok({
		head,
		title: definition.title,
		standings,
		people: await peopleShown(ctx, head, { bundle, ids: personIdsIn(standings) }),
		units: titles(bundle.units),
		groups: titles(bundle.groups),
		rounds: titles(definition.rounds),
		prizes: titles(bundle.rules.prizes)
	});
}

function titles(list: readonly { readonly id: string; readonly title?: unknown }[]) {
	return Object.fromEntries(list.map(({ id, title }) => [id, String(title ?? id)]));
}

async function peopleShown(
	ctx: ReadContext,
	head: PublicationHead,
	{ bundle, ids }: { readonly bundle: PublicDocument; readonly ids: ReadonlySet<string> }
): Promise<Record<string, PersonShown>> {
	const behind = await listPeopleBehind(ctx.db, head.contestCode, [...ids]);
	const personIds = [...behind.values()];
	const people = new Map((await listPeople(ctx.db, personIds)).map((one) => [one.id, one]));
	const consents = await listConsentStandings(ctx.db, personIds, ctx.at);
	const nobody = { name: '', birthYear: 2000 };
	const shown = bundle.people
		.filter(({ id }) => ids.has(id))
		.map(({ id, unitId, group }) => {
			const personId = behind.get(id);
			const { name, birthYear } = people.get(personId ?? '') ?? nobody;
			const mine = personId !== undefined && personId === ctx.actor.personId;
			const consentsToPublish = consents.get(personId ?? '')?.purposes.publish.given === true;
			const masked = maskedName({ name, birthYear, consentsToPublish }, ctx.at, ctx.language);
			return [id, { name: mine ? name : masked, unit: unitId, group, mine }] as const;
		});
	return Object.fromEntries(shown);
}
