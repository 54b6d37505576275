import { sql } from 'kysely';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Deadline } from './deadline.ts';
import type { IndicatorDefinition } from './indicator.ts';
import type { Plan, PlanTask, WholePlan } from './plan.ts';

export async function findPlan(db: ReadDb, code: string): Promise<Plan | undefined> {
	return await db.selectFrom('plan').selectAll().where('code', '=', code).executeTakeFirst();
}

export interface PlanInList extends Plan {
	readonly indicators: number;
	readonly tasks: number;
	readonly deadlines: number;
}

/** All plans with the number of their parts, the newest period first. */
export async function listPlans(db: ReadDb): Promise<PlanInList[]> {
	const { rows } = await sql<PlanInList>`
		select p.code, p.title, p.issuer_key, p.number, p.issued_on, p.period_from, p.period_to,
			(select count(*) from indicator i where i.plan_code = p.code) as indicators,
			(select count(*) from task t where t.plan_code = p.code) as tasks,
			(select count(*) from deadline d where d.plan_code = p.code) as deadlines
		from plan p order by p.period_from desc, p.code
	`.execute(db);
	return rows;
}

/** In the plan's order. */
export async function listIndicators(db: ReadDb, planCode: string): Promise<IndicatorDefinition[]> {
	const { rows } = await sql<{ definition: IndicatorDefinition }>`
		select definition from indicator where plan_code = ${planCode} order by position
	`.execute(db);
	return rows.map((row) => row.definition);
}

/** In the plan's order. */
export async function listTasks(db: ReadDb, planCode: string): Promise<PlanTask[]> {
	return await db
		.selectFrom('task')
		.select(['code', 'wording', 'lead', 'joinedBy', 'audience', 'cadence', 'source'])
		.where('planCode', '=', planCode)
		.orderBy('position')
		.execute();
}

/** In the plan's order. */
export async function listDeadlines(db: ReadDb, planCode: string): Promise<Deadline[]> {
	const { rows } = await sql<Deadline>`
		select title, before, cutoff, repeat from deadline where plan_code = ${planCode} order by position
	`.execute(db);
	return rows;
}

/** The plan with all its parts. */
export async function findWholePlan(db: ReadDb, code: string): Promise<WholePlan | undefined> {
	const plan = await findPlan(db, code);
	if (!plan) return undefined;
	return {
		...plan,
		indicators: await listIndicators(db, code),
		tasks: await listTasks(db, code),
		deadlines: await listDeadlines(db, code)
	};
}
