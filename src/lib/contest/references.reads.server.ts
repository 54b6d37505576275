import { dayOf, type Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { listUnits, listUnitsOn, subtreeKeysOn } from '#lib/units/units.reads.server.ts';
import type { Contest, Round } from './contests.reads.server.ts';
import type { KnownReferences } from './definition-faults.ts';
import type { ContestDefinition } from './definition.ts';
import type { NamesForRules } from './awards-in-words.ts';
import { listDrawCommitments, listRevealedSeeds } from './secrets.reads.server.ts';

/** Which of the names in a contest's file are known: units, bank, its topics and levels, plan. */
export async function getKnownReferences(
	db: ReadDb,
	definition: ContestDefinition
): Promise<KnownReferences> {
	const { units, rankedUnits, headcountAsOf, bank, practice, plan } = definition;
	const named = [
		definition.organiser,
		...units,
		...definition.groups.flatMap((group) => group.units ?? []),
		...('units' in rankedUnits ? rankedUnits.units : [])
	];
	const terms = await listTerms(db, bank);
	const of = (kind: string) =>
		new Set(terms.filter((term) => term.kind === kind).map((term) => term.code));
	return {
		units: new Set((await listUnits(db, named)).map((unit) => unit.key)),
		scope: new Set(await subtreeKeysOn(db, units, rankedUnits.tree, headcountAsOf)),
		banks: await knownBanks(db, practice === null ? [bank] : [bank, practice.bank]),
		topics: of('topic'),
		levels: of('level'),
		plans: await knownPlans(db, plan)
	};
}

export interface BankTerm {
	readonly kind: string;
	readonly code: string;
	readonly title: string;
}

/** Topics and levels of a bank in its own order. */
export async function listTerms(db: ReadDb, bankCode: string): Promise<BankTerm[]> {
	return await db
		.selectFrom('bankTerm')
		.select(['kind', 'code', 'title'])
		.where('bankCode', '=', bankCode)
		.orderBy('position')
		.execute();
}

async function knownBanks(db: ReadDb, codes: readonly string[]): Promise<Set<string>> {
	const rows = await db.selectFrom('bank').select('code').where('code', 'in', codes).execute();
	return new Set(rows.map((row) => row.code));
}

async function knownPlans(db: ReadDb, code: string | null): Promise<Set<string>> {
	if (code === null) return new Set();
	const rows = await db.selectFrom('plan').select('code').where('code', '=', code).execute();
	return new Set(rows.map((row) => row.code));
}

/** Titles for the thể lệ: units by their names on `headcountAsOf`, topics, and the draws' commitments. */
export async function getNamesForRules(
	db: ReadDb,
	{ definition, code }: Contest,
	rounds: readonly Round[]
): Promise<NamesForRules> {
	const { organiser, units, groups, rankedUnits, headcountAsOf, bank } = definition;
	const keys = [
		organiser,
		...units,
		...groups.flatMap((group) => group.units ?? []),
		...('units' in rankedUnits ? rankedUnits.units : [])
	];
	const unitNames = new Map(
		(await listUnitsOn(db, keys, headcountAsOf)).map(({ key, name }) => [key, name])
	);
	const terms = new Map(
		(await listTerms(db, bank)).map((term) => [term.code, term.title] as const)
	);
	const keyOf = new Map(rounds.map((round) => [round.id, round.key]));
	const commitments = (await listDrawCommitments(db, code)).map(
		({ roundId, commitment }) => [keyOf.get(roundId) ?? roundId, commitment] as const
	);
	return {
		unit: (key) => unitNames.get(key) ?? key,
		term: (term) => terms.get(term) ?? term,
		commitments: new Map(commitments)
	};
}

/** Names of units on the day of `at`. */
export async function getUnitNames(
	db: ReadDb,
	keys: readonly string[],
	at: Instant
): Promise<(key: string) => string> {
	const names = new Map(
		(await listUnitsOn(db, keys, dayOf(at))).map(({ key, name }) => [key, name])
	);
	return (key) => names.get(key) ?? key;
}

export interface DrawShown {
	readonly roundKey: string;
	/** sha256 hex of the seed's bytes, public from the start. */
	readonly commitment: string;
	/** Hex, once the round has closed; before that null. */
	readonly seed: string | null;
}

/** The draws of a contest as anybody may see them at `at`. */
export async function listDrawsShown(
	db: ReadDb,
	{ code, rounds }: { readonly code: string; readonly rounds: readonly Round[] },
	at: Instant
): Promise<DrawShown[]> {
	const revealed = new Map(
		(await listRevealedSeeds(db, code, at)).map(({ roundId, seed }) => [roundId, seed])
	);
	return (await listDrawCommitments(db, code)).map(({ roundId, commitment }) => ({
		roundKey: rounds.find((round) => round.id === roundId)?.key ?? roundId,
		commitment,
		seed: revealed.get(roundId)?.toString('hex') ?? null
	}));
}
