import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerTo } from '#src/bench/answer.ts';
import { balance, type LedgerEntry } from '#src/bench/books.ts';
import { readBooks } from '#src/bench/read-books.server.ts';
import { buildWorld } from '#src/bench/world.server.ts';
import { CONTEST } from '#src/bench/world-files.ts';
import { listEntries } from '#lib/contest/entries.reads.server.ts';
import { addMs, instant } from '#lib/kernel/instant.ts';
import { createLog } from '#lib/server/log.ts';
import { projectBoard } from '#lib/standings/project-board.server.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { saveResponsesWith } from '#lib/taking/save-responses.server.ts';
import { savingIn } from '#lib/taking/saving.server.ts';
import type { SaveResponses } from '#lib/taking/taking.schema.ts';
import { directSources, rememberingSources } from '#lib/taking/sources.server.ts';
import { startAttempt } from '#lib/taking/start-attempt.server.ts';
import { submitAttempt } from '#lib/taking/submit-attempt.server.ts';
import { runIn, testKeys } from '#tests/support/contexts.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { seededRandom } from '#tests/support/random.ts';
import { ok, pupil } from '../taking/world.ts';

const AT = instant('2026-10-06T02:00:00.000Z');
const later = (seconds: number) => addMs(AT, seconds * 1_000);

let database: TestDatabase;
let ledger: LedgerEntry[];

/** Two people of a load run's world, each with one whole attempt, and the board folded. */
beforeEach(async () => {
	database = await freshDatabase();
	const { connections } = database;
	const door = {
		connections,
		random: seededRandom('bench'),
		keys: testKeys,
		log: createLog('silent')
	};
	const world = await buildWorld(door, { people: 2, attempts: 1, at: AT });
	const entries = await listEntries(connections.read, CONTEST);
	ledger = [];
	for (const [index, { personId }] of entries.entries())
		ledger.push(await play(personId, { roundId: world.roundId, takes: 60 + index }));
	const turn = { sources: rememberingSources(), at: later(120) };
	while ((await projectBoard(connections.write, turn)) > 0);
});
afterEach(() => database.close());

async function play(
	personId: string,
	{ roundId, takes }: { readonly roundId: string; readonly takes: number }
): Promise<LedgerEntry> {
	const { connections } = database;
	const who = pupil(personId);
	const { attempt, paper } = await ok(runIn(connections, who, later(1), startAttempt, { roundId }));
	const answers = paper.items.map((item) => ({
		position: item.position,
		clientSeq: 1,
		response: answerTo(item, item.position)
	}));
	const attemptId = attempt.id;
	const batch = { attemptId, responses: answers };
	await ok(runIn(connections, who, later(30), saveBatch, batch));
	const submission = await ok(runIn(connections, who, later(takes), submitAttempt, { attemptId }));
	return { attemptId, personId, answers, submission };
}

const saveBatch = (ctx: WriteContext, input: SaveResponses) =>
	saveResponsesWith(directSources)(savingIn(ctx), input);

/** Names of what the books complain of. */
async function faults(): Promise<Set<string>> {
	const books = await readBooks(database.connections.read, { ledger, at: later(120) });
	return new Set(balance(books).map(({ code }) => code));
}

/** As a fault of the database would: past the trigger that refuses any change of a log. */
async function lose(statement: ReturnType<typeof sql>): Promise<void> {
	await database.connections.write.transaction().execute(async (tx) => {
		await sql`set local session_replication_role = replica`.execute(tx);
		const { numAffectedRows } = await statement.execute(tx);
		expect(numAffectedRows).toBe(1n);
	});
}

test('books balance after honest work, with everybody on the board', async () => {
	const books = await readBooks(database.connections.read, { ledger, at: later(120) });
	expect(balance(books)).toEqual([]);
	expect(books.board).toHaveLength(2);
	expect(books.recomputed).toHaveLength(2);
});

test('an acknowledged answer that is not in the database is found', async () => {
	const { attemptId } = ledger[0] as LedgerEntry;
	await lose(sql`delete from response where attempt_id = ${attemptId} and position = 7`);
	expect(await faults()).toContain('answer-missing');
});

test('an answer with another value than the acknowledged one is found', async () => {
	const { attemptId } = ledger[0] as LedgerEntry;
	await lose(
		sql`update response set response = 'null' where attempt_id = ${attemptId} and position = 7`
	);
	expect(await faults()).toContain('answer-differs');
});

test('a lost submission is found, and that the board no longer follows from the facts', async () => {
	const { attemptId } = ledger[1] as LedgerEntry;
	await lose(sql`delete from attempt_end where attempt_id = ${attemptId}`);
	expect(await faults()).toEqual(new Set(['end-missing', 'board-differs']));
});

test('a board that says something else than the facts is found', async () => {
	const { attemptId } = ledger[0] as LedgerEntry;
	await lose(sql`update board_person set score = score + 1 where attempt_id = ${attemptId}`);
	expect(await faults()).toEqual(new Set(['board-differs']));
});
