import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import type { ActivityKind, IndicatorDefinition } from '#lib/plans/indicator.ts';
import { isInForce, servedIndicators } from './served-indicators.ts';

const anIndicator = (more: Partial<IndicatorDefinition>): IndicatorDefinition => ({
	...{ code: 'I', wording: 'w', direction: 'ge', target: [1, 2], counts: 'unit', source: 's' },
	...{ evidence: 'S3', kinds: ['school'], ...more }
});

describe('an activity of a school counts towards', () => {
	test.each<[string, Partial<IndicatorDefinition>, ActivityKind, string[], boolean]>([
		['sessions, when it is one', {}, 'ngoai_khoa', [], true],
		['sessions, not when it is a flag ceremony', {}, 'sinh_hoat_duoi_co', [], false],
		[
			'the kinds that the indicator names',
			{ evidence: 'S2_or_S3', activityKinds: ['sinh_hoat_duoi_co'] },
			'sinh_hoat_duoi_co',
			[],
			true
		],
		['other kinds of units: not', { kinds: ['agency'] }, 'ngoai_khoa', [], false],
		['units named: itself', { units: ['thcs'] }, 'ngoai_khoa', [], true],
		['units named: not others', { units: ['thpt'] }, 'ngoai_khoa', [], false],
		[
			'an activity with its tag',
			{ evidence: 'activity', tag: 'ngay-cds' },
			'khac',
			['ngay-cds'],
			true
		],
		[
			'an activity without its tag: not',
			{ evidence: 'activity', tag: 'ngay-cds' },
			'khac',
			[],
			false
		],
		[
			'a document is no activity',
			{ evidence: 'activity', tag: 't' },
			'ke_hoach_don_vi',
			['t'],
			false
		],
		['a document with its tag', { evidence: 'document', tag: 't' }, 'ke_hoach_don_vi', ['t'], true],
		['a contest: not', { evidence: 'S2' }, 'ngoai_khoa', [], false]
	])('%s', (_, more, kind, tags, serves) => {
		const plan = { code: 'p', indicators: [anIndicator(more)] };
		const served = servedIndicators(plan, { kind, tags, unitKey: 'thcs' }, 'school');
		expect(served).toEqual(serves ? [{ planCode: 'p', code: 'I', wording: 'w' }] : []);
	});
});

test.each([
	['2023-12-31', false],
	['2024-01-01', true],
	['2024-12-31', true],
	['2025-01-01', false]
])('a plan of 2024 is in force on %s: %s', (on, inForce) => {
	const plan = { code: 'p', title: 't', issuerKey: 'q', number: null, issuedOn: null };
	const period = { periodFrom: day('2024-01-01'), periodTo: day('2025-01-01') };
	expect(isInForce({ ...plan, ...period }, day(on))).toBe(inForce);
});
