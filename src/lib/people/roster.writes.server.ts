import type { WriteContext } from '#lib/identity/context.ts';
import { sha256 } from '#lib/kernel/digest.ts';
import type { Day } from '#lib/kernel/instant.ts';
import { recordConsents, recordWithdrawals } from './consents.writes.server.ts';
import {
	deleteMemberships,
	insertMemberships,
	insertPeople,
	recordRoster,
	replaceEnds,
	replaceNames
} from './people.writes.server.ts';
import type { RosterEntry } from './roster-plan.ts';

/** An entry with the id of its person, whose account is open. */
export type AcceptedEntry = RosterEntry & { readonly id: string };

export interface AcceptedRoster {
	readonly entries: readonly AcceptedEntry[];
	/** The keys of the classes that were opened, by the plan's stand-in. */
	readonly classKeys: ReadonlyMap<string, string>;
	readonly unitKey: string;
	readonly text: string;
	readonly from: Day;
}

/** Writes what a plan without errors decided: people, memberships, consents, and the roster itself. */
export async function recordAcceptedRoster(
	ctx: WriteContext,
	roster: AcceptedRoster
): Promise<void> {
	const { entries } = roster;
	const rosterId = ctx.random.id();
	await recordRoster(ctx.tx, {
		...{ id: rosterId, unitKey: roster.unitKey, fileHash: sha256(roster.text) },
		...{ validFrom: roster.from, people: entries.length },
		...{ acceptedAt: ctx.at, acceptedBy: ctx.actor.accountId }
	});
	await writePeople(ctx, entries);
	await writeMemberships(ctx, entries, { rosterId, keys: roster.classKeys });
	await writeConsents(ctx, entries);
}

async function writePeople(ctx: WriteContext, entries: readonly AcceptedEntry[]): Promise<void> {
	const fresh = entries.filter((one) => one.personId === null);
	const people = fresh.map(({ id, code, name, birthYear }) => ({ id, code, name, birthYear }));
	await insertPeople(ctx.tx, people, ctx.at);
	const renamed = entries.filter((one) => one.change.rename);
	await replaceNames(ctx.tx, renamed);
}

async function writeMemberships(
	ctx: WriteContext,
	entries: readonly AcceptedEntry[],
	{ rosterId, keys }: { rosterId: string; keys: ReadonlyMap<string, string> }
): Promise<void> {
	await deleteMemberships(
		ctx.tx,
		entries.flatMap((one) => one.change.drop)
	);
	await replaceEnds(
		ctx.tx,
		entries.flatMap((one) => one.change.end)
	);
	const begun = entries.flatMap((one) =>
		one.change.begin.map((place) => ({
			id: ctx.random.id(),
			personId: one.id,
			unitKey: keys.get(place.unitKey) ?? place.unitKey,
			audiences: place.audiences,
			validFrom: place.from,
			rosterId
		}))
	);
	await insertMemberships(ctx.tx, begun);
}

async function writeConsents(ctx: WriteContext, entries: readonly AcceptedEntry[]): Promise<void> {
	const changes = entries.flatMap((one) =>
		one.consents.map((consent) => ({ ...consent, personId: one.id }))
	);
	const entry = { channel: 'paper', recordedAt: ctx.at, recordedBy: ctx.actor.accountId } as const;
	await recordConsents(
		ctx.tx,
		changes
			.filter((one) => one.ends === null)
			.map(({ personId, purpose, givenBy }) => ({
				...{ id: ctx.random.id(), personId, purpose, givenBy, ...entry },
				...{ guardianName: null, guardianRelation: null }
			}))
	);
	await recordWithdrawals(
		ctx.tx,
		changes.flatMap(({ ends, givenBy }) =>
			ends === null ? [] : [{ consentId: ends, withdrawnBy: givenBy, ...entry }]
		)
	);
}
