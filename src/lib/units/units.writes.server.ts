import { sql } from 'kysely';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { UnitEventRecord, UnitRecord } from './unit-record.ts';

/** One import of units at a time: what it checked still holds when it writes. Reads go on. */
export async function lockUnits(tx: WriteDb): Promise<void> {
	await sql`lock table unit in share row exclusive mode`.execute(tx);
}

/** Writes units with their names and edges; one that exists is replaced whole. */
export async function replaceUnits(tx: WriteDb, units: readonly UnitRecord[]): Promise<void> {
	if (units.length === 0) return;
	const keys = units.map((unit) => unit.key);
	await tx.deleteFrom('unitEdge').where('childKey', 'in', keys).execute();
	await tx.deleteFrom('unitName').where('unitKey', 'in', keys).execute();
	await upsertUnits(tx, units);
	await insertNames(tx, units);
	await insertEdges(tx, units);
}

async function upsertUnits(tx: WriteDb, units: readonly UnitRecord[]): Promise<void> {
	for (const { key, kind, code, levels, opened, closed } of units) {
		const rest = { kind, code, levels: [...levels], opened, closed };
		await tx
			.insertInto('unit')
			.values({ key, ...rest })
			.onConflict((conflict) => conflict.column('key').doUpdateSet(rest))
			.execute();
	}
}

async function insertNames(tx: WriteDb, units: readonly UnitRecord[]): Promise<void> {
	const rows = units.flatMap((unit) =>
		unit.names.map(({ name, from, to }) => ({
			unitKey: unit.key,
			name,
			validFrom: from,
			validTo: to
		}))
	);
	for (const part of parts(rows)) await tx.insertInto('unitName').values(part).execute();
}

async function insertEdges(tx: WriteDb, units: readonly UnitRecord[]): Promise<void> {
	const rows = units.flatMap((unit) =>
		unit.edges.map(({ tree, parent, from, to }) => ({
			childKey: unit.key,
			tree,
			parentKey: parent,
			validFrom: from,
			validTo: to
		}))
	);
	for (const part of parts(rows)) await tx.insertInto('unitEdge').values(part).execute();
}

/** Writes events with the units they took and left; one that exists is replaced whole. */
export async function replaceEvents(
	tx: WriteDb,
	events: readonly UnitEventRecord[]
): Promise<void> {
	for (const { id, from, to, ...rest } of events) {
		await tx
			.insertInto('unitEvent')
			.values({ id, ...rest })
			.onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
			.execute();
		await tx.deleteFrom('unitEventFrom').where('eventId', '=', id).execute();
		await tx.deleteFrom('unitEventTo').where('eventId', '=', id).execute();
		await tx
			.insertInto('unitEventFrom')
			.values(from.map((unitKey) => ({ eventId: id, unitKey })))
			.execute();
		await tx
			.insertInto('unitEventTo')
			.values(to.map((unitKey) => ({ eventId: id, unitKey })))
			.execute();
	}
}

/** PostgreSQL takes at most 65 535 values a statement. */
function parts<T>(rows: readonly T[]): T[][] {
	const size = 5_000;
	const count = Math.ceil(rows.length / size);
	return Array.from({ length: count }, (_, i) => rows.slice(i * size, (i + 1) * size));
}
