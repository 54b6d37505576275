import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './tables.ts';

export type Database = Kysely<DB>;
/** Looks only. Reads take this, so that they cannot write; its pool refuses writes as well. */
export type ReadDb = Pick<
	Kysely<DB>,
	'selectFrom' | 'selectNoFrom' | 'with' | 'fn' | 'getExecutor'
>;
/** Inside the door's transaction. */
export type WriteDb = Transaction<DB>;

export interface Connections {
	/** Writes, inside transactions. */
	readonly write: Database;
	/** `default_transaction_read_only`: what pages and views look through. */
	readonly read: Database;
	readonly pool: pg.Pool;
	close(): Promise<void>;
}

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Instants and days are text in the code (kernel/instant.ts); counts are safe integers. */
const types: pg.CustomTypesConfig = {
	getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
		if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
		if (oid === DATE) return (text: string) => text;
		if (oid === INT8) return safeInteger;
		return pg.types.getTypeParser(oid, format as 'text');
	}) as typeof pg.types.getTypeParser
};

function safeInteger(text: string): number {
	const n = Number(text);
	if (!Number.isSafeInteger(n)) throw new Error(`not a safe integer: ${text}`);
	return n;
}

export interface ConnectOptions {
	readonly url: string;
	/** Most connections of the writing pool; the reading pool has the same. */
	readonly max?: number;
	readonly applicationName?: string;
}

export function connect(options: ConnectOptions): Connections {
	const pool = poolOf(options, undefined);
	const readPool = poolOf(options, '-c default_transaction_read_only=on');
	const write = kyselyOver(pool);
	const read = kyselyOver(readPool);
	return {
		write,
		read,
		pool,
		close: async () => {
			await Promise.all([write.destroy(), read.destroy()]);
		}
	};
}

function poolOf(options: ConnectOptions, settings: string | undefined): pg.Pool {
	const pool = new pg.Pool({
		connectionString: options.url,
		max: options.max ?? 10,
		application_name: options.applicationName ?? 'khoabang',
		types,
		...(settings ? { options: settings } : {})
	});
	// An idle connection that the server closed (restart, kill) is replaced at its next use.
	pool.on('error', () => undefined);
	// One in use says so to its query; without a listener the event itself would end the process.
	pool.on('connect', (client) => client.on('error', () => undefined));
	return pool;
}

function kyselyOver(pool: pg.Pool): Database {
	return new Kysely<DB>({
		dialect: new PostgresDialect({ pool }),
		plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
	});
}
