import type { WriteDb } from '#lib/server/db/client.ts';
import type { WholePlan } from './plan.ts';

/** Writes a plan with its parts; parts that it no longer has are removed. */
export async function replacePlan(tx: WriteDb, whole: WholePlan): Promise<void> {
	const { indicators, tasks, deadlines, ...plan } = whole;
	await tx
		.insertInto('plan')
		.values(plan)
		.onConflict((conflict) => conflict.column('code').doUpdateSet(plan))
		.execute();
	await replaceIndicators(tx, plan.code, indicators);
	await replaceTasks(tx, plan.code, tasks);
	await replaceDeadlines(tx, plan.code, deadlines);
}

async function replaceIndicators(
	tx: WriteDb,
	planCode: string,
	indicators: WholePlan['indicators']
): Promise<void> {
	const codes = indicators.map((indicator) => indicator.code);
	await tx
		.deleteFrom('indicator')
		.where('planCode', '=', planCode)
		.$if(codes.length > 0, (query) => query.where('code', 'not in', codes))
		.execute();
	for (const [position, indicator] of indicators.entries()) {
		const { code, wording, source } = indicator;
		const rest = { position, wording, source, definition: JSON.stringify(indicator) };
		await tx
			.insertInto('indicator')
			.values({ planCode, code, ...rest })
			.onConflict((conflict) => conflict.columns(['planCode', 'code']).doUpdateSet(rest))
			.execute();
	}
}

async function replaceTasks(
	tx: WriteDb,
	planCode: string,
	tasks: WholePlan['tasks']
): Promise<void> {
	await tx.deleteFrom('task').where('planCode', '=', planCode).execute();
	const rows = tasks.map((task, position) => ({ planCode, position, ...task }));
	if (rows.length > 0) await tx.insertInto('task').values(rows).execute();
}

async function replaceDeadlines(
	tx: WriteDb,
	planCode: string,
	deadlines: WholePlan['deadlines']
): Promise<void> {
	await tx.deleteFrom('deadline').where('planCode', '=', planCode).execute();
	const rows = deadlines.map((deadline, position) => ({ planCode, position, ...deadline }));
	if (rows.length > 0) await tx.insertInto('deadline').values(rows).execute();
}
