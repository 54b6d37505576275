import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { canonicalJson } from '#lib/kernel/canonical-json.ts';
import { noCounts, type ImportCounts, type ImportReport } from '#lib/kernel/import-report.ts';
import { readJsonFile, type Fault } from '#lib/kernel/json-file.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { tally, type Fate } from '#lib/units/unit-changes.ts';
import { listUnits } from '#lib/units/units.reads.server.ts';
import { planFileSchema, type ImportPlan, type PlanFile } from './import-plan.schema.ts';
import type { WholePlan } from './plan.ts';
import { planFaults } from './plan-faults.ts';
import { findWholePlan } from './plans.reads.server.ts';
import { replacePlan } from './plans.writes.server.ts';
import { refuse, type PlansRefusal } from './refusals.ts';

const format = 'khoabang.plan/1';

/**
 * Loads khoabang.plan/1 (contract §3): the plan, its indicators, tasks and deadlines become what the file
 * says. Counted are all four kinds of records.
 */
export async function importPlan(
	ctx: WriteContext,
	input: ImportPlan
): Promise<Outcome<ImportReport, PlansRefusal>> {
	if (!permits(ctx.actor, 'plan.import', [])) return refuse('not-found');
	const file = readJsonFile(input.text, planFileSchema);
	const faults = file.value
		? [...planFaults(file.value), ...(await unitFaults(ctx.tx, file.value))]
		: [];
	const notes = [...file.notes, ...faults.map(file.noteOf)];
	if (file.value === null || notes.length > 0) {
		const places = notes.map((note) =>
			String(note.facts?.field ?? '')
				.split('/')
				.slice(0, 2)
		);
		const failed = new Set(places.map((steps) => steps.join('/'))).size;
		return ok({ format, counts: { ...noCounts, failed }, notes });
	}
	const plan = planOf(file.value);
	const counts = countsOf(plan, await findWholePlan(ctx.tx, plan.code));
	if (!input.dryRun && counts.new + counts.changed > 0) await replacePlan(ctx.tx, plan);
	return ok({ format, counts, notes });
}

/** The issuer and the units that indicators name must be known. */
async function unitFaults(db: ReadDb, plan: PlanFile): Promise<Fault[]> {
	const named = [
		{ pointer: '/issuer', key: plan.issuer },
		...plan.indicators.flatMap((indicator, i) =>
			(indicator.units ?? []).map((key, j) => ({ pointer: `/indicators/${i}/units/${j}`, key }))
		)
	];
	const found = await listUnits(db, [...new Set(named.map(({ key }) => key))]);
	const known = new Set(found.map((unit) => unit.key));
	return named
		.filter(({ key }) => !known.has(key))
		.map(({ pointer, key }) => ({ pointer, code: 'unknown-unit', facts: { key } }));
}

function planOf(file: PlanFile): WholePlan {
	return {
		...{ code: file.code, title: file.title, issuerKey: file.issuer },
		...{ number: file.number ?? null, issuedOn: file.issuedOn ?? null },
		...{ periodFrom: file.period[0], periodTo: file.period[1] },
		...{ indicators: file.indicators, tasks: file.tasks, deadlines: file.deadlines }
	};
}

function countsOf(plan: WholePlan, stored: WholePlan | undefined): ImportCounts {
	const before = new Map(stored ? recordsOf(stored) : []);
	const fates = recordsOf(plan).map(([place, text]): Fate => {
		const had = before.get(place);
		if (had === undefined) return 'new';
		return had === text ? 'same' : 'changed';
	});
	const places = new Set(recordsOf(plan).map(([place]) => place));
	const dropped = [...before.keys()].filter((place) => !places.has(place)).length;
	const counts = tally(fates);
	return { ...counts, changed: counts.changed + dropped, failed: 0 };
}

/** Each record by its place, with its text to compare. */
function recordsOf({ indicators, tasks, deadlines, ...plan }: WholePlan): [string, string][] {
	return [
		['plan', canonicalJson(plan)],
		...indicators.map((one, i): [string, string] => [`i/${one.code}`, canonicalJson([i, one])]),
		...tasks.map((one, i): [string, string] => [`t/${one.code}`, canonicalJson([i, one])]),
		...deadlines.map((one, i): [string, string] => [`d/${i}`, canonicalJson(one)])
	];
}
