import { sha256Hex } from '#lib/kernel/digest.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { listRounds, type Contest } from './contests.reads.server.ts';
import type { ContestDefinition, RoundDefinition } from './definition.ts';
import { clearEntryPlaces } from './entries.writes.server.ts';
import { deleteForms } from './forms.writes.server.ts';
import type { RosterFreeze } from './rosters.reads.server.ts';

/** The round's row until the end of the transaction: its form is frozen once. */
export async function lockRound(tx: WriteDb, roundId: string): Promise<void> {
	await tx.selectFrom('round').select('id').where('id', '=', roundId).forNoKeyUpdate().execute();
}

/** The contest's row, and with it its rules: a first attempt waits (freeze-rules). True if it exists. */
export async function lockContest(tx: WriteDb, code: string): Promise<boolean> {
	const row = await tx
		.selectFrom('contest')
		.select('code')
		.where('code', '=', code)
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

/** The contest's first attempt; a later call changes nothing. */
export async function recordRulesFreeze(
	tx: WriteDb,
	row: { readonly contestCode: string; readonly frozenAt: Instant }
): Promise<void> {
	await tx
		.insertInto('rulesFreeze')
		.values(row)
		.onConflict((conflict) => conflict.column('contestCode').doNothing())
		.execute();
}

/** The contest's roster at its first opening; a later call changes nothing. */
export async function recordRosterFreeze(tx: WriteDb, row: RosterFreeze): Promise<void> {
	await tx
		.insertInto('rosterFreeze')
		.values(row)
		.onConflict((conflict) => conflict.column('contestCode').doNothing())
		.execute();
}

function contestRow(definition: ContestDefinition) {
	return {
		title: definition.title,
		organiserKey: definition.organiser,
		bankCode: definition.bank,
		planCode: definition.plan,
		headcountAsOf: definition.headcountAsOf,
		definition: JSON.stringify(definition)
	};
}

async function insertContest(
	tx: WriteDb,
	definition: ContestDefinition,
	by: { readonly at: Instant; readonly accountId: string | null }
): Promise<void> {
	await tx
		.insertInto('contest')
		.values({
			code: definition.code,
			...contestRow(definition),
			importedAt: by.at,
			importedBy: by.accountId
		})
		.execute();
}

async function replaceContest(tx: WriteDb, definition: ContestDefinition): Promise<void> {
	await tx
		.updateTable('contest')
		.set(contestRow(definition))
		.where('code', '=', definition.code)
		.execute();
}

function roundRow(round: RoundDefinition, position: number) {
	const { title, kind, opensAt, closesAt } = round;
	return { title, kind, position, opensAt, closesAt };
}

interface NewRound {
	readonly id: string;
	readonly contestCode: string;
	readonly round: RoundDefinition;
	readonly position: number;
	readonly seed: Buffer;
	readonly at: Instant;
}

/** A round with the seed of its draws and the commitment to it. */
async function insertRound(tx: WriteDb, input: NewRound): Promise<void> {
	const { id, contestCode, round, position, seed, at } = input;
	await tx
		.insertInto('round')
		.values({ id, contestCode, key: round.id, ...roundRow(round, position) })
		.execute();
	await tx
		.insertInto('drawSeed')
		.values({ roundId: id, seed, commitment: sha256Hex(seed), drawnAt: at })
		.execute();
}

async function replaceRound(
	tx: WriteDb,
	id: string,
	at: { readonly round: RoundDefinition; readonly position: number }
): Promise<void> {
	await tx.updateTable('round').set(roundRow(at.round, at.position)).where('id', '=', id).execute();
}

/** With its seed and form: only before the contest's first attempt. */
async function deleteRounds(tx: WriteDb, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await tx.deleteFrom('round').where('id', 'in', ids).execute();
}

async function insertContestSecret(
	tx: WriteDb,
	input: { readonly contestCode: string; readonly secret: Buffer; readonly at: Instant }
): Promise<void> {
	const { contestCode, secret, at } = input;
	await tx
		.insertInto('contestSecret')
		.values({ contestCode, secret, commitment: sha256Hex(secret), drawnAt: at })
		.execute();
}

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
