import pg from 'pg';
import { inject } from 'vitest';
import { loadPast, openPresent } from '#src/demo/load-demo.server.ts';
import type { DemoAccess } from '#src/demo/open-access.server.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { databaseClock } from '#lib/server/clock.ts';
import { connect, type Connections } from '#lib/server/db/client.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import { createLog } from '#lib/server/log.ts';
import { testKeys } from './contexts.ts';
import { cloneDatabase, dropDatabase, type TestDatabase } from './database.ts';
import { seededRandom } from './random.ts';
import { TEMPLATE } from './template.ts';
import { WORLD_NOW } from './world-now.ts';

export interface DemoDatabase extends TestDatabase {
	/** The card and the passwords of this demo; a server needs TEST_SECRET to know the card. */
	readonly access: DemoAccess;
}

const PAST = 'khoabang_demo_past';

/** The demo world as at its first start now, for a server with the real clock. */
export function freshDemo(): Promise<DemoDatabase> {
	return cloneDemo('khoabang_demo_now', undefined);
}

/** The demo world as at its first start on WORLD_NOW, for use cases at an instant of the test's choice. */
export function demoDatabase(): Promise<DemoDatabase> {
	return cloneDemo('khoabang_demo_world_now', WORLD_NOW);
}

/** A database of one's own: the past is loaded once a run, each present is opened once, the rest are clones. */
async function cloneDemo(template: string, at: Instant | undefined): Promise<DemoDatabase> {
	await ensureTemplate(PAST, TEMPLATE, (door) => loadPast(door, () => undefined));
	const access = (await ensureTemplate(template, PAST, async (door) =>
		openPresent(door, at ?? (await databaseNow(door.connections)))
	)) as DemoAccess;
	const url = await cloneDatabase(template);
	const connections = connect({ url, max: 8, applicationName: 'khoabang-test' });
	return {
		connections,
		url,
		access,
		close: async () => {
			await connections.close();
			await dropDatabase(url);
		}
	};
}

type Load = (door: Door) => Promise<unknown>;

/**
 * Of all test files that ask at once, one makes the template and the others wait for it. What `load` answers
 * is kept as the comment of the database, where every worker finds it.
 */
async function ensureTemplate(name: string, from: string, load: Load): Promise<unknown> {
	const admin = new pg.Client({ connectionString: inject('databaseServer') });
	await admin.connect();
	try {
		await admin.query('select pg_advisory_lock(hashtext($1))', [PAST]);
		const made = await findComment(admin, name);
		if (made !== undefined) return made;
		await admin.query(`drop database if exists ${name}`);
		await admin.query(`create database ${name} template ${from}`);
		const loaded = (await loadInto(name, load)) ?? {};
		const comment = pg.escapeLiteral(JSON.stringify(loaded));
		await admin.query(`comment on database ${name} is ${comment}`);
		return loaded;
	} finally {
		await admin.end();
	}
}

async function findComment(admin: pg.Client, database: string): Promise<unknown> {
	const { rows } = await admin.query<{ comment: string | null }>(
		`select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
		[database]
	);
	return rows[0]?.comment ? (JSON.parse(rows[0].comment) as unknown) : undefined;
}

async function loadInto(database: string, load: Load): Promise<unknown> {
	const url = new URL(inject('databaseServer'));
	url.pathname = `/${database}`;
	const connections = connect({ url: url.href, max: 4 });
	const random = seededRandom(database);
	try {
		return await load({ connections, random, keys: testKeys, log: createLog('silent') });
	} finally {
		await connections.close();
	}
}

async function databaseNow({ read }: Connections): Promise<Instant> {
	const clock = databaseClock(read);
	await clock.measure();
	return clock.now();
}
