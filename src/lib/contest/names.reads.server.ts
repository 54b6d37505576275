import { dayOf, type Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { listUnitsOn } from '#lib/units/units.reads.server.ts';
import type { Contest, Round } from './contests.reads.server.ts';
import { listTerms } from './references.reads.server.ts';
import type { NamesForRules } from './rules-in-words.ts';
import { listDrawCommitments, listRevealedSeeds } from './secrets.reads.server.ts';

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
