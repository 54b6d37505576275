import type { Instant } from '#lib/kernel/instant.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { listRounds, type Contest } from './contests.reads.server.ts';
import {
	deleteRounds,
	insertContest,
	insertContestSecret,
	insertRound,
	replaceContest,
	replaceRound
} from './contests.writes.server.ts';
import type { ContestDefinition } from './definition.ts';
import { clearEntryPlaces } from './entries.writes.server.ts';
import { deleteForms } from './forms.writes.server.ts';

export interface Importing {
	readonly tx: WriteDb;
	readonly at: Instant;
	readonly random: RandomSource;
	readonly accountId: string | null;
}

const SECRET_BYTES = 32;

/** A new contest with its rounds; draws its secret and the seed of each round. */
export async function insertWholeContest(
	ctx: Importing,
	definition: ContestDefinition
): Promise<void> {
	const { tx, at, random } = ctx;
	await insertContest(tx, definition, ctx);
	await insertContestSecret(tx, {
		contestCode: definition.code,
		secret: random.bytes(SECRET_BYTES),
		at
	});
	for (const position of definition.rounds.keys()) await addRound(ctx, definition, position);
}

/**
 * Changed rules before the first attempt. A round keeps its id, seed and commitment under its key; frozen
 * forms and the units of entries are found anew.
 */
export async function replaceWholeContest(
	ctx: Importing,
	before: Contest,
	definition: ContestDefinition
): Promise<void> {
	const { tx } = ctx;
	const stored = new Map((await listRounds(tx, before.code)).map((round) => [round.key, round.id]));
	const kept = new Set(definition.rounds.map((round) => round.id));
	await replaceContest(tx, definition);
	await deleteForms(tx, before.code);
	await deleteRounds(
		tx,
		[...stored].filter(([key]) => !kept.has(key)).map(([, id]) => id)
	);
	for (const [position, round] of definition.rounds.entries()) {
		const id = stored.get(round.id);
		if (id === undefined) await addRound(ctx, definition, position);
		else await replaceRound(tx, id, { round, position });
	}
	await clearEntryPlaces(tx, before.code);
}

async function addRound(
	{ tx, at, random }: Importing,
	definition: ContestDefinition,
	position: number
): Promise<void> {
	const round = definition.rounds[position];
	if (round === undefined) return;
	await insertRound(tx, {
		id: random.id(),
		contestCode: definition.code,
		round,
		position,
		seed: random.bytes(SECRET_BYTES),
		at
	});
}
