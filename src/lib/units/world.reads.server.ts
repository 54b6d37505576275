import { sql } from 'kysely';
import type { ReadDb } from '#lib/server/db/client.ts';
import { dayWithinLife } from './units.reads.server.ts';
import type { UnitTree } from './unit.ts';
import type { Day } from '#lib/kernel/instant.ts';
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

export interface PathStep {
	readonly tree: UnitTree;
	readonly key: string;
}

/** The ancestors of a unit in each tree on a day, the nearest first; of a closed unit on its last day. */
export async function listPathsOn(db: ReadDb, key: string, on: Day): Promise<PathStep[]> {
	const { rows } = await sql<PathStep>`
		with recursive self as (
			select key, ${dayWithinLife(on)} as on_day from unit u where key = ${key}
		), up as (
			select e.tree, e.parent_key as key, 1 as depth from self s
				join unit_edge e on e.child_key = s.key and s.on_day <@ e.valid
			union all
			select e.tree, e.parent_key, up.depth + 1 from up
				join unit_edge e on e.child_key = up.key and e.tree = up.tree
					and (select on_day from self) <@ e.valid
		)
		select tree, key from up order by tree, depth
	`.execute(db);
	return rows;
}

export interface NamePeriod {
	readonly name: string;
	readonly from: Day;
	readonly to: Day | null;
}

/** All names a unit has had, oldest first. */
export async function listNames(db: ReadDb, key: string): Promise<NamePeriod[]> {
	const { rows } = await sql<NamePeriod>`
		select name, valid_from as "from", valid_to as "to" from unit_name
		where unit_key = ${key} order by valid_from
	`.execute(db);
	return rows;
}
