import { openPersonAccounts } from '#lib/identity/open-account.offer.server.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { sha256 } from '#lib/kernel/digest.ts';
import type { Day } from '#lib/kernel/instant.ts';
import { openClass } from '#lib/units/open-class.offer.server.ts';
import { recordConsents, recordWithdrawals } from './consents.writes.server.ts';
import {
	deleteMemberships,
	insertMemberships,
	insertPeople,
	recordRoster,
	replaceEnds,
	replaceNames
} from './people.writes.server.ts';
import type { RosterEntry, RosterPlan } from './roster-plan.ts';

type Entry = RosterEntry & { readonly id: string };

export interface RosterToAccept {
	readonly plan: RosterPlan;
	readonly unitKey: string;
	readonly text: string;
	readonly from: Day;
}

/** Writes what a plan without errors decided: classes, accounts, people, memberships, consents, the roster. */
export async function acceptRoster(ctx: WriteContext, roster: RosterToAccept): Promise<void> {
	const { plan } = roster;
	const entries = plan.entries.map((one) => ({ ...one, id: one.personId ?? ctx.random.id() }));
	const rosterId = ctx.random.id();
	await recordRoster(ctx.tx, {
		...{ id: rosterId, unitKey: roster.unitKey, fileHash: sha256(roster.text) },
		...{ validFrom: roster.from, people: entries.length },
		...{ acceptedAt: ctx.at, acceptedBy: ctx.actor.accountId }
	});
	await writePeople(ctx, entries);
	await writeMemberships(ctx, entries, { rosterId, keys: await openClasses(ctx, plan) });
	await writeConsents(ctx, entries);
}

async function openClasses(ctx: WriteContext, plan: RosterPlan): Promise<Map<string, string>> {
	const keys = new Map<string, string>();
	for (const [standIn, { schoolKey, className, from }] of plan.newClasses) {
		const opened = await openClass(ctx.tx, { schoolKey, name: className, from });
		keys.set(standIn, opened.key);
	}
	return keys;
}

async function writePeople(ctx: WriteContext, entries: readonly Entry[]): Promise<void> {
	const fresh = entries.filter((one) => one.personId === null);
	const ids = fresh.map((one) => one.id);
	for (let i = 0; i < ids.length; i += 10_000)
		await openPersonAccounts(ctx.tx, ids.slice(i, i + 10_000), ctx.at);
	const people = fresh.map(({ id, code, name, birthYear }) => ({ id, code, name, birthYear }));
	await insertPeople(ctx.tx, people, ctx.at);
	await replaceNames(
		ctx.tx,
		entries.filter((one) => one.change.rename)
	);
}

async function writeMemberships(
	ctx: WriteContext,
	entries: readonly Entry[],
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

async function writeConsents(ctx: WriteContext, entries: readonly Entry[]): Promise<void> {
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
