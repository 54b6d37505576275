import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { loadDemo } from '#src/demo/load-demo.server.ts';
import type { DemoAccess } from '#src/demo/open-access.server.ts';
import { databaseClock } from '#lib/server/clock.ts';
import { connect } from '#lib/server/db/client.ts';
import { createLog } from '#lib/server/log.ts';
import { testKeys } from './contexts.ts';
import { dropDatabase, type TestDatabase } from './database.ts';
import { seededRandom } from './random.ts';
import { TEMPLATE } from './template.ts';

export interface DemoDatabase extends TestDatabase {
	/** The card and the passwords of this demo; a server needs TEST_SECRET to know the card. */
	readonly access: DemoAccess;
}

const DEMO = 'khoabang_demo';
/** Any number: who holds it in the database `postgres` makes the demo, the others wait. */
const MAKING = 20_261_105;

/** A database of one's own with the demo world in it: loaded once a run, then cloned. */
export async function freshDemo(): Promise<DemoDatabase> {
	const admin = new pg.Client({ connectionString: inject('databaseServer') });
	await admin.connect();
	try {
		await admin.query('select pg_advisory_lock($1)', [MAKING]);
		const access = (await findAccess(admin)) ?? (await makeDemo(admin));
		const url = addressOf(`t_${randomUUID().replaceAll('-', '')}`);
		await admin.query(`create database ${new URL(url).pathname.slice(1)} template ${DEMO}`);
		return { ...open(url), access };
	} finally {
		await admin.end();
	}
}

function open(url: string): TestDatabase {
	const connections = connect({ url, max: 8, applicationName: 'khoabang-test' });
	return {
		connections,
		url,
		close: async () => {
			await connections.close();
			await dropDatabase(url);
		}
	};
}

/** The demo's ways in are kept as the comment of its database, where every worker finds them. */
async function findAccess(admin: pg.Client): Promise<DemoAccess | undefined> {
	const { rows } = await admin.query<{ access: string | null }>(
		`select shobj_description(oid, 'pg_database') as access from pg_database where datname = $1`,
		[DEMO]
	);
	return rows[0]?.access ? (JSON.parse(rows[0].access) as DemoAccess) : undefined;
}

async function makeDemo(admin: pg.Client): Promise<DemoAccess> {
	await admin.query(`drop database if exists ${DEMO}`);
	await admin.query(`create database ${DEMO} template ${TEMPLATE}`);
	const connections = connect({ url: addressOf(DEMO), max: 4 });
	try {
		const clock = databaseClock(connections.read);
		await clock.measure();
		const door = {
			connections,
			random: seededRandom('demo'),
			keys: testKeys,
			log: createLog('silent')
		};
		const access = await loadDemo(door, { at: clock.now(), tell: () => undefined });
		const comment = pg.escapeLiteral(JSON.stringify(access));
		await admin.query(`comment on database ${DEMO} is ${comment}`);
		return access;
	} finally {
		await connections.close();
	}
}

function addressOf(database: string): string {
	const url = new URL(inject('databaseServer'));
	url.pathname = `/${database}`;
	return url.href;
}
