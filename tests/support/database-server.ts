// Vitest's globalSetup: one embedded PostgreSQL a run, with a migrated template database.
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connect } from '#lib/server/db/client.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';
import {
	startTemporaryPostgres,
	WITHOUT_DURABILITY,
	type TemporaryPostgres
} from '#lib/server/db/temporary-postgres.server.ts';
import { TEMPLATE } from './template.ts';

interface Shared {
	users: number;
	server: Promise<TemporaryPostgres>;
}
/** Projects of one run load this file apart from each other, so the server is kept on the process. */
const holder = globalThis as { khoabangTestServer?: Shared };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const shared = (holder.khoabangTestServer ??= { users: 0, server: startWithTemplate() });
	shared.users += 1;
	project.provide('databaseServer', (await shared.server).url);
	return async () => {
		shared.users -= 1;
		if (shared.users > 0) return;
		delete holder.khoabangTestServer;
		await (await shared.server).stop();
	};
}

async function startWithTemplate(): Promise<TemporaryPostgres> {
	const server = await startTemporaryPostgres(WITHOUT_DURABILITY);
	try {
		await migrateTemplate(server.url);
	} catch (error) {
		await server.stop();
		throw error;
	}
	return server;
}

async function migrateTemplate(url: string): Promise<void> {
	const admin = new pg.Client({ connectionString: url });
	await admin.connect();
	await admin.query(`create database ${TEMPLATE}`);
	await admin.end();
	const template = new URL(url);
	template.pathname = `/${TEMPLATE}`;
	const connections = connect({ url: template.href, max: 1 });
	await migrate(connections.write, path.resolve('migrations'));
	await connections.close();
}

declare module 'vitest' {
	export interface ProvidedContext {
		databaseServer: string;
	}
}
