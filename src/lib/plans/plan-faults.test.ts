import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import { readJsonFile } from '#lib/kernel/json-file.ts';
import type { Deadline } from './deadline.ts';
import { planFileSchema, type PlanFile } from './import-plan.schema.ts';
import type { IndicatorDefinition } from './indicator.ts';
import { planFaults } from './plan-faults.ts';

const anIndicator = (more: Partial<IndicatorDefinition> = {}): IndicatorDefinition => ({
	...{ code: 'I1', wording: 'Trên 50% trường', direction: 'ge', target: [1, 2], counts: 'unit' },
	...{ evidence: 'S3', source: 'mục 1', ...more }
});
const aPlan = (indicator: IndicatorDefinition, deadlines: Deadline[] = []): unknown => ({
	...{ format: 'khoabang.plan/1', code: 'p', title: 'Kế hoạch', issuer: 'quan' },
	...{ period: ['2024-01-01', '2025-01-01'], indicators: [indicator], deadlines }
});
const read = (plan: unknown) => readJsonFile(JSON.stringify(plan, null, '\t'), planFileSchema);

function faultsOf(plan: unknown): string[][] {
	const { value, notes } = read(plan);
	if (!value) throw new Error(JSON.stringify(notes));
	return planFaults(value).map(({ pointer, code }) => [pointer, code]);
}

describe('an indicator', () => {
	test.each<[Partial<IndicatorDefinition>, string[][]]>([
		[{}, []],
		[{ direction: 'range', target: [2, 3] }, []],
		[{ direction: 'rank', target: 10 }, []],
		[{ direction: 'none', target: null }, []],
		[{ target: null }, [['/indicators/0/target', 'target-does-not-fit']]],
		[{ target: [1, 0] }, [['/indicators/0/target', 'target-does-not-fit']]],
		[{ target: [3, 2] }, [['/indicators/0/target', 'target-does-not-fit']]],
		[{ direction: 'range', target: [3, 2] }, [['/indicators/0/target', 'target-does-not-fit']]],
		[{ direction: 'rank', target: [1, 2] }, [['/indicators/0/target', 'target-does-not-fit']]],
		[{ evidence: 'cadence' }, [['/indicators/0/cadence', 'missing-field']]],
		[{ evidence: 'activity' }, [['/indicators/0/tag', 'missing-field']]],
		[{ evidence: 'events' }, [['/indicators/0/eventLevel', 'missing-field']]],
		[{ evidence: 'pass_share' }, [['/indicators/0/audience', 'missing-field']]],
		[{ units: ['a'], kinds: ['school'] }, [['/indicators/0/kinds', 'units-or-kinds']]]
	])('%j', (more, expected) => {
		expect(faultsOf(aPlan(anIndicator(more)))).toEqual(expected);
	});
});

test('a deadline’s day has the form of its repetition', () => {
	const yearly = { title: 'Báo cáo', before: '15', cutoff: '05-31', repeat: 'yearly' } as const;
	const once = { title: 'Báo cáo', before: '2021-12-01', cutoff: '15', repeat: 'once' } as const;
	expect(faultsOf(aPlan(anIndicator(), [yearly, once]))).toEqual([
		['/deadlines/0/before', 'day-does-not-fit-repeat'],
		['/deadlines/1/cutoff', 'day-does-not-fit-repeat']
	]);
});

test('codes are not doubled, and the period is in order', () => {
	const plan: PlanFile = {
		...{ format: 'khoabang.plan/1', code: 'p', title: 'Kế hoạch', issuer: 'quan' },
		period: [day('2025-01-01'), day('2024-01-01')],
		indicators: [anIndicator(), anIndicator()] as PlanFile['indicators'],
		...{ tasks: [], deadlines: [] }
	};
	expect(planFaults(plan).map(({ pointer, code }) => [pointer, code])).toEqual([
		['/period', 'days-out-of-order'],
		['/indicators/1', 'doubled-key']
	]);
});

test('a field the format does not have is refused by name', () => {
	const { notes } = read(aPlan({ ...anIndicator(), weight: 1 } as IndicatorDefinition));
	expect(notes.map((note) => [note.code, note.facts?.field])).toEqual([
		['unknown-field', 'indicators/0/weight']
	]);
});
