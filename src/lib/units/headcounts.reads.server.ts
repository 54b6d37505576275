import { sql } from 'kysely';
import type { Day } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Audience } from './audience.ts';
import { oldestDeclaration, treeOfAudience, type DeclaredUnit } from './headcount.ts';
import type { UnitTree } from './unit.ts';

export interface HeadcountsQuestion {
	readonly unitKeys: readonly string[];
	readonly audience: Audience;
	readonly asOf: Day;
	/** Whose children are summed; by default the audience's own tree. */
	readonly tree?: UnitTree;
}

/** The units and all below them on `asOf`, each with its declaration in force (contract "Counting"). */
export async function listDeclarations(
	db: ReadDb,
	{ unitKeys, audience, asOf, tree = treeOfAudience(audience) }: HeadcountsQuestion
): Promise<DeclaredUnit[]> {
	const { rows } = await sql<DeclaredUnit>`
		with recursive edge as (
			select e.child_key as key, e.parent_key as parent from unit_edge e
			where e.parent_key = any(${unitKeys}) and e.tree = ${tree} and ${asOf}::date <@ e.valid
			union
			select e.child_key, e.parent_key from edge
				join unit_edge e on e.parent_key = edge.key and e.tree = ${tree} and ${asOf}::date <@ e.valid
		)
		select u.key, array(select distinct parent from edge where edge.key = u.key) as parents,
			h.value, h.as_of
		from (select unnest(${unitKeys}::text[]) as key union select key from edge) u
		left join lateral (
			select value, as_of from headcount h
			where h.unit_key = u.key and h.audience = ${audience}
				and h.as_of between ${oldestDeclaration(asOf)} and ${asOf}
			order by h.as_of desc, h.id desc limit 1
		) h on true
	`.execute(db);
	return rows;
}

/** A declaration as it was made. */
export interface Declaration {
	readonly unitKey: string;
	readonly audience: Audience;
	readonly asOf: Day;
	readonly value: number;
	readonly source: string;
	readonly declaredBy: string;
	readonly docRef: string | null;
}

/** Of each unit, audience and day the last declaration made. */
export async function listLastDeclarations(
	db: ReadDb,
	unitKeys: readonly string[]
): Promise<Declaration[]> {
	const { rows } = await sql<Declaration>`
		select distinct on (unit_key, audience, as_of)
			unit_key, audience, as_of, value, source, declared_by, doc_ref
		from headcount where unit_key = any(${unitKeys})
		order by unit_key, audience, as_of, id desc
	`.execute(db);
	return rows;
}
