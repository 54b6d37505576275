import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import { headcountOf, oldestDeclaration, treeOfAudience } from './headcount.ts';

const childrenOf = new Map([
	['xa', ['thcs-a', 'thcs-b']],
	['huyen', ['xa', 'thcs-c']]
]);
const h = (declared: Record<string, number>, unitKey = 'xa') =>
	headcountOf(unitKey, { childrenOf, declared: new Map(Object.entries(declared)) });

describe('a headcount', () => {
	test.each([
		['is what the unit declares', { xa: 300 }, { value: 300, flags: [] }],
		[
			'is the sum of the children when all declare',
			{ 'thcs-a': 100, 'thcs-b': 0 },
			{ value: 100, flags: ['summed'] }
		],
		['is unknown when a child is missing', { 'thcs-a': 100 }, null],
		['is unknown for a leaf that declares nothing', {}, null],
		[
			'is flagged when below the sum of the children',
			{ xa: 150, 'thcs-a': 100, 'thcs-b': 60 },
			{ value: 150, flags: ['inconsistent'] }
		],
		[
			'is flagged when below those children that declare',
			{ xa: 90, 'thcs-a': 100 },
			{ value: 90, flags: ['inconsistent'] }
		],
		[
			'may equal the sum of the children',
			{ xa: 160, 'thcs-a': 100, 'thcs-b': 60 },
			{ value: 160, flags: [] }
		]
	] as const)('%s', (_, declared, expected) => {
		expect(h(declared)).toEqual(expected);
	});

	test('is summed through two steps', () => {
		expect(h({ 'thcs-a': 1, 'thcs-b': 2, 'thcs-c': 4 }, 'huyen')).toEqual({
			value: 7,
			flags: ['summed']
		});
	});

	test.each([
		['2024-10-15', '2023-10-15'],
		['2024-02-29', '2023-02-28'],
		['2025-02-28', '2024-02-28']
	])('at %s may be declared from %s on', (asOf, oldest) => {
		expect(oldestDeclaration(day(asOf))).toBe(oldest);
	});

	test('of members is summed in the tree of the youth union, of pupils by place', () => {
		expect([treeOfAudience('doan_vien'), treeOfAudience('hs_6_9')]).toEqual(['doan', 'admin']);
	});
});
