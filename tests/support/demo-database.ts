import pg from 'pg';
import { inject } from 'vitest';
import { connect } from '#lib/server/db/client.ts';
import { createLog } from '#lib/server/log.ts';
import { loadDemo } from '#src/demo/load-demo.server.ts';
import { testKeys } from './contexts.ts';
import { cloneDatabase, dropDatabase, type TestDatabase } from './database.ts';
import { seededRandom } from './random.ts';
import { TEMPLATE } from './template.ts';
import { WORLD_NOW } from './world-now.ts';

const DEMO_TEMPLATE = 'khoabang_demo_template';

/** The demo world as at its first start on WORLD_NOW: a clone of one that is loaded once a run. */
export async function demoDatabase(): Promise<TestDatabase> {
	await ensureDemoTemplate();
	const url = await cloneDatabase(DEMO_TEMPLATE);
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

/** Of all test files that ask at once, one loads and the others wait for it. */
async function ensureDemoTemplate(): Promise<void> {
	const admin = new pg.Client({ connectionString: inject('databaseServer') });
	await admin.connect();
	try {
		await admin.query(`select pg_advisory_lock(hashtext('${DEMO_TEMPLATE}'))`);
		const { rowCount } = await admin.query('select from pg_database where datname = $1', [
			DEMO_TEMPLATE
		]);
		if (rowCount) return;
		await admin.query(`create database ${DEMO_TEMPLATE}_new template ${TEMPLATE}`);
		await load(`${DEMO_TEMPLATE}_new`);
		await admin.query(`alter database ${DEMO_TEMPLATE}_new rename to ${DEMO_TEMPLATE}`);
	} finally {
		await admin.end();
	}
}

async function load(name: string): Promise<void> {
	const url = new URL(inject('databaseServer'));
	url.pathname = `/${name}`;
	const connections = connect({ url: url.href, max: 8 });
	const door = {
		connections,
		random: seededRandom('demo'),
		keys: testKeys,
		log: createLog('silent')
	};
	try {
		await loadDemo(door, { at: WORLD_NOW, tell: () => undefined });
	} finally {
		await connections.close();
	}
}
