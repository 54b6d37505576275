import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connect, type Connections } from '#lib/server/db/client.ts';
import { TEMPLATE } from './template.ts';

export interface TestDatabase {
	readonly connections: Connections;
	readonly url: string;
	/** Closes the connections and drops the database. */
	close(): Promise<void>;
}

/** A migrated, empty database of one's own: a clone of the run's template. */
export async function freshDatabase(): Promise<TestDatabase> {
	const url = await cloneTemplate();
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

/** Clones the template and gives the clone's address; for a server process of its own. */
export function cloneTemplate(): Promise<string> {
	return cloneDatabase(TEMPLATE);
}

/** Clones a database that nobody is connected to, and gives the clone's address. */
export async function cloneDatabase(template: string): Promise<string> {
	const url = new URL(inject('databaseServer'));
	url.pathname = `/t_${randomUUID().replaceAll('-', '')}`;
	await asAdmin((admin) => admin.query(`create database ${nameOf(url)} template ${template}`));
	return url.href;
}

/** An empty database without any table, for restore and first starts. */
export async function emptyDatabase(): Promise<string> {
	const url = new URL(inject('databaseServer'));
	url.pathname = `/t_${randomUUID().replaceAll('-', '')}`;
	await asAdmin((admin) => admin.query(`create database ${nameOf(url)}`));
	return url.href;
}

export async function dropDatabase(url: string): Promise<void> {
	await asAdmin((admin) => admin.query(`drop database ${nameOf(new URL(url))} with (force)`));
}

function nameOf(url: URL): string {
	return url.pathname.slice(1);
}

async function asAdmin(act: (admin: pg.Client) => Promise<unknown>): Promise<void> {
	const admin = new pg.Client({ connectionString: inject('databaseServer') });
	await admin.connect();
	try {
		await act(admin);
	} finally {
		await admin.end();
	}
}
