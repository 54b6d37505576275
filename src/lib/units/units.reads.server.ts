import { sql } from 'kysely';
import type { ActorPost } from '#lib/identity/actor.ts';
import type { Day } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { headcountBook, headcountOf, type Headcount } from './headcount.ts';
import { listDeclarations, type HeadcountsQuestion } from './headcounts.reads.server.ts';
import type { Unit, UnitOnDay, UnitTree } from './unit.ts';

export async function findUnit(db: ReadDb, key: string): Promise<Unit | undefined> {
	return (await listUnits(db, [key]))[0];
}

/** In key order; unknown keys are left out. */
export async function listUnits(db: ReadDb, keys: readonly string[]): Promise<Unit[]> {
	const { rows } = await sql<Unit>`
		select key, kind, code, levels, opened, closed from unit where key = any(${keys}) order by key
	`.execute(db);
	return rows;
}

/** The units with their names on `on`, by name; unknown keys are left out. */
export async function listUnitsOn(
	db: ReadDb,
	keys: readonly string[],
	on: Day
): Promise<UnitOnDay[]> {
	const { rows } = await sql<UnitOnDay>`
		select * from (select u.key, u.kind, u.code, u.levels, u.opened, u.closed,
			coalesce((
				select n.name from unit_name n where n.unit_key = u.key
				order by (${on}::date <@ n.valid) desc, (n.valid_from <= ${on}::date) desc,
					case when n.valid_from <= ${on}::date then n.valid_from end desc, n.valid_from
				limit 1
			), u.key) as name
		from unit u where u.key = any(${keys})) named order by name collate "C", key
	`.execute(db);
	return rows;
}

/** The name on a day; outside its life, the last or first one it had; an unknown unit reads as its key. */
export async function unitName(db: ReadDb, key: string, on: Day): Promise<string> {
	return (await listUnitsOn(db, [key], on))[0]?.name ?? key;
}

/**
 * The unit itself and all its ancestors, in every tree, on a day; of a closed unit on its last day, of
 * one not yet open on its first. Unknown: empty.
 */
export async function lineageOn(db: ReadDb, key: string, on: Day): Promise<string[]> {
	const { rows } = await sql<{ key: string }>`
		with recursive self as (
			select key, ${dayWithinLife(on)} as on_day from unit u where key = ${key}
		), up as (
			select e.parent_key as key, e.tree from self s
				join unit_edge e on e.child_key = s.key and s.on_day <@ e.valid
			union
			select e.parent_key, e.tree from up
				join unit_edge e on e.child_key = up.key and e.tree = up.tree
					and (select on_day from self) <@ e.valid
		)
		select key from self union select key from up order by key
	`.execute(db);
	return rows.map((row) => row.key);
}

/** Direct children in one tree, by name; of a closed unit those of its last day. */
export async function childrenOn(
	db: ReadDb,
	key: string,
	tree: UnitTree,
	on: Day
): Promise<UnitOnDay[]> {
	const { rows } = await sql<{ key: string }>`
		select e.child_key as key from unit u
			join unit_edge e on e.parent_key = u.key and e.tree = ${tree}
				and ${dayWithinLife(on)} <@ e.valid
		where u.key = ${key}
	`.execute(db);
	return await listUnitsOn(
		db,
		rows.map((row) => row.key),
		on
	);
}

/**
 * The units and all below them in one tree (`null`: in each tree for itself, put together), in key
 * order; below a closed unit, those of its last day.
 */
export async function subtreeKeysOn(
	db: ReadDb,
	keys: readonly string[],
	tree: UnitTree | null,
	on: Day
): Promise<string[]> {
	const { rows } = await sql<{ key: string }>`
		with recursive root as (
			select key, ${dayWithinLife(on)} as on_day from unit u where key = any(${keys})
		), down as (
			select e.child_key as key, e.tree, r.on_day from root r
				join unit_edge e on e.parent_key = r.key and r.on_day <@ e.valid
			where ${tree}::text is null or e.tree = ${tree}
			union
			select e.child_key, e.tree, d.on_day from down d
				join unit_edge e on e.parent_key = d.key and e.tree = d.tree and d.on_day <@ e.valid
		)
		select key from root union select key from down order by key
	`.execute(db);
	return rows.map((row) => row.key);
}

/** The day itself, drawn to the unit's life: its last day when closed, its first when not yet open. */
export function dayWithinLife(on: Day) {
	return sql`greatest(u.opened, least(${on}::date, u.closed - 1))`;
}

export interface HeadcountQuestion extends Omit<HeadcountsQuestion, 'unitKeys'> {
	readonly unitKey: string;
}

/** h(u) of contract "Counting"; null when it cannot be known. */
export async function findHeadcount(
	db: ReadDb,
	question: HeadcountQuestion
): Promise<Headcount | null> {
	const { unitKey, ...rest } = question;
	return (await listHeadcounts(db, { ...rest, unitKeys: [unitKey] })).get(unitKey) ?? null;
}

/** h(u) of many units at once, by key. */
export async function listHeadcounts(
	db: ReadDb,
	question: HeadcountsQuestion
): Promise<ReadonlyMap<string, Headcount | null>> {
	const book = headcountBook(await listDeclarations(db, question));
	return new Map(question.unitKeys.map((key) => [key, headcountOf(key, book)]));
}

/** The posts an account holds on a day. */
export async function listPosts(db: ReadDb, accountId: string, on: Day): Promise<ActorPost[]> {
	const { rows } = await sql<ActorPost>`
		select role, unit_key from post where account_id = ${accountId} and ${on}::date <@ valid
		order by role, unit_key nulls first
	`.execute(db);
	return rows;
}
