import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { operator } from '#lib/identity/actor.ts';
import type { UseCase } from '#lib/identity/context.ts';
import { ok, refuser } from '#lib/kernel/outcome.ts';
import { runIn } from '#tests/support/contexts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

const database = await freshDatabase();
afterAll(() => database.close());

const refuse = refuser({ 'written-anyway': 409 });

function record(key: string, end: 'ok' | 'refuse' | 'keep'): UseCase<null, string> {
	return async (ctx) => {
		const fact = { key, value: 'x', recordedAt: ctx.at };
		await ctx.tx.insertInto('instanceFact').values(fact).execute();
		if (end === 'ok') return ok(key);
		return refuse('written-anyway', end === 'keep' ? { keep: true } : {});
	};
}

async function facts(): Promise<string[]> {
	const rows = await database.connections.read.selectFrom('instanceFact').select('key').execute();
	return rows.map((row) => row.key).sort();
}

test('what a use case wrote stands when it says yes, and when its no says keep; else it is undone', async () => {
	const { connections } = database;
	await runIn(connections, operator, WORLD_NOW, record('yes', 'ok'), null);
	await runIn(connections, operator, WORLD_NOW, record('no', 'refuse'), null);
	await runIn(connections, operator, WORLD_NOW, record('kept', 'keep'), null);
	expect(await facts()).toEqual(['kept', 'yes']);
});

test('the reading connections cannot write', async () => {
	const write = database.connections.read.deleteFrom('instanceFact').execute();
	await expect(write).rejects.toThrow(/read-only/);
});

test('a connection that PostgreSQL ends in the middle of a transaction fails that call and nothing else', async () => {
	const { connections } = database;
	const ended: UseCase<null, string> = async (ctx) => {
		await sql`select pg_terminate_backend(pg_backend_pid())`.execute(ctx.tx).catch(() => undefined);
		await sql`select 1`.execute(ctx.tx);
		return ok('never');
	};
	await expect(runIn(connections, operator, WORLD_NOW, ended, null)).rejects.toThrow();
	await runIn(connections, operator, WORLD_NOW, record('after', 'ok'), null);
	expect(await facts()).toContain('after');
});
