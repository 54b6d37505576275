import type { Fault } from '#lib/kernel/json-file.ts';
import { fitsRepeat } from './deadline.ts';
import type { PlanFile } from './import-plan.schema.ts';
import type { Direction, IndicatorDefinition, Target } from './indicator.ts';

/** What a plan's parts say about each other that cannot be; each with its pointer. */
export function planFaults(plan: PlanFile): Fault[] {
	return [
		...(plan.period[0] < plan.period[1] ? [] : [{ pointer: '/period', code: 'days-out-of-order' }]),
		...doubledCodes(plan.indicators, '/indicators'),
		...plan.indicators.flatMap((indicator, i) => indicatorFaults(indicator, `/indicators/${i}`)),
		...doubledCodes(plan.tasks, '/tasks'),
		...plan.deadlines.flatMap(({ before, cutoff, repeat }, i) => [
			...(fitsRepeat(before, repeat) ? [] : [deadlineFault(i, 'before')]),
			...(cutoff === null || fitsRepeat(cutoff, repeat) ? [] : [deadlineFault(i, 'cutoff')])
		])
	];
}

function deadlineFault(i: number, field: 'before' | 'cutoff'): Fault {
	return { pointer: `/deadlines/${i}/${field}`, code: 'day-does-not-fit-repeat' };
}

function doubledCodes(records: readonly { readonly code: string }[], pointer: string): Fault[] {
	const seen = new Set<string>();
	return records.flatMap(({ code }, i): Fault[] => {
		if (seen.has(code))
			return [{ pointer: `${pointer}/${i}`, code: 'doubled-key', facts: { key: code } }];
		seen.add(code);
		return [];
	});
}

function indicatorFaults(indicator: IndicatorDefinition, pointer: string): Fault[] {
	const faults: Fault[] = [];
	if (!targetFits(indicator.direction, indicator.target))
		faults.push({ pointer: `${pointer}/target`, code: 'target-does-not-fit' });
	for (const field of neededFields(indicator))
		if (indicator[field] === undefined)
			faults.push({ pointer: `${pointer}/${field}`, code: 'missing-field' });
	if (indicator.units !== undefined && indicator.kinds !== undefined)
		faults.push({ pointer: `${pointer}/kinds`, code: 'units-or-kinds' });
	return faults;
}

function targetFits(direction: Direction, target: Target): boolean {
	switch (direction) {
		case 'ge':
		case 'gt':
		case 'eq':
			return isPair(target) && target[1] > 0 && target[0] <= target[1];
		case 'range':
			return isPair(target) && target[0] <= target[1];
		case 'rank':
			return typeof target === 'number' && target >= 1;
		case 'none':
			return target === null;
	}
}

function isPair(target: Target): target is readonly [number, number] {
	return Array.isArray(target);
}

/** What the evidence cannot do without (contract "Evidence"). */
function neededFields({ evidence }: IndicatorDefinition): (keyof IndicatorDefinition)[] {
	switch (evidence) {
		case 'cadence':
			return ['cadence'];
		case 'activity':
		case 'document':
		case 'plan_and_activity':
			return ['tag'];
		case 'events':
			return ['eventLevel'];
		case 'pass_share':
			return ['audience'];
		case 'S1':
		case 'S2':
		case 'S3':
		case 'S2_or_S3':
		case 'manual':
			return [];
	}
}
