import { sql } from 'kysely';
import type { ReadDb } from '../server/db/client.ts';
import type { UnitEventRecord, UnitRecord } from './unit-record.ts';

/** Every unit with all its names and edges, in key order. */
export async function listUnitRecords(db: ReadDb): Promise<UnitRecord[]> {
	const { rows } = await sql<UnitRecord>`
		select u.key, u.kind, u.code, u.levels, u.opened, u.closed,
			coalesce((select jsonb_agg(jsonb_build_object('name', n.name, 'from', n.valid_from,
				'to', n.valid_to) order by n.valid_from)
				from unit_name n where n.unit_key = u.key), '[]') as names,
			coalesce((select jsonb_agg(jsonb_build_object('tree', e.tree, 'parent', e.parent_key,
				'from', e.valid_from, 'to', e.valid_to) order by e.tree, e.valid_from)
				from unit_edge e where e.child_key = u.key), '[]') as edges
		from unit u order by u.key
	`.execute(db);
	return rows;
}

/** Every event, oldest first. */
export async function listUnitEvents(db: ReadDb): Promise<UnitEventRecord[]> {
	const { rows } = await sql<UnitEventRecord>`
		select id, kind, effective_on, legal_basis, note,
			array(select unit_key from unit_event_from f where f.event_id = id order by unit_key) as "from",
			array(select unit_key from unit_event_to t where t.event_id = id order by unit_key) as "to"
		from unit_event order by effective_on, id
	`.execute(db);
	return rows;
}

/** The events that took up or left one of the units, oldest first. */
export async function listEventsOf(
	db: ReadDb,
	keys: readonly string[]
): Promise<UnitEventRecord[]> {
	const wanted = new Set(keys);
	const events = await listUnitEvents(db);
	return events.filter((event) => [...event.from, ...event.to].some((key) => wanted.has(key)));
}
