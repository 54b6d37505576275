import type { PoolClient } from 'pg';
import { inLoadingOrder, type Identity } from './backup-format.ts';

export interface Column {
	readonly name: string;
	readonly type: string;
}

const OURS = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
	and c.relname not like 'kysely\\_%'`;

/** Our tables, each after those it points to. */
export async function listTables(client: PoolClient): Promise<string[]> {
	const { rows } = await client.query<{ name: string; points_to: string[] }>(`
		select c.relname::text as name, coalesce(
			array_agg(distinct k.confrelid::regclass::text) filter (where k.oid is not null), '{}'
		) as points_to
		from pg_class c
		left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
		where ${OURS}
		group by c.relname
		order by c.relname collate "C"`);
	return inLoadingOrder(rows.map((row) => ({ name: row.name, pointsTo: row.points_to })));
}

/** Columns that hold what was written; generated ones come about by themselves. */
export async function listColumns(client: PoolClient, table: string): Promise<Column[]> {
	const { rows } = await client.query<Column>(
		`select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type
		from pg_attribute a
		where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		order by a.attnum`,
		[table]
	);
	return rows;
}

/** Whether rows of a table point to rows of the same table. */
export async function pointsToItself(client: PoolClient, table: string): Promise<boolean> {
	const { rowCount } = await client.query(
		`select from pg_constraint where contype = 'f' and conrelid = $1::regclass and confrelid = conrelid`,
		[table]
	);
	return rowCount !== 0;
}

export async function listIdentities(client: PoolClient): Promise<Identity[]> {
	const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
		select c.relname::text as "table", a.attname::text as "column",
			pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence
		from pg_class c
		join pg_attribute a on a.attrelid = c.oid and a.attidentity <> '' and not a.attisdropped
		where ${OURS}
		order by c.relname collate "C", a.attname collate "C"`);
	const identities: Identity[] = [];
	for (const { table, column, sequence } of rows) {
		const { rows: next } = await client.query<{ next: string }>(
			`select (case when is_called then last_value + 1 else last_value end)::text as next from ${sequence}`
		);
		identities.push({ table, column, next: next[0]?.next ?? '1' });
	}
	return identities;
}

/** The first of our tables that has rows; undefined when the database holds nothing. */
export async function findTableWithRows(client: PoolClient): Promise<string | undefined> {
	for (const table of await listTables(client)) {
		const { rowCount } = await client.query(`select from ${quoted(table)} limit 1`);
		if (rowCount !== 0) return table;
	}
	return undefined;
}

/** Names of the applied migrations in order; none when nothing was ever migrated. */
export async function listAppliedMigrations(client: PoolClient): Promise<string[]> {
	const { rows: found } = await client.query<{ there: boolean }>(
		`select to_regclass('public.kysely_migration') is not null as there`
	);
	if (!found[0]?.there) return [];
	const { rows } = await client.query<{ name: string }>(
		'select name from kysely_migration order by name'
	);
	return rows.map((row) => row.name);
}

export function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}
