import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import type { UnitEdge, UnitEventRecord, UnitRecord } from './unit-record.ts';
import { unitFaults, worldWith } from './unit-faults.ts';

const START = day('2000-01-01');
const MERGER = day('2025-07-01');

function aUnit(key: string, more: Partial<UnitRecord> = {}): UnitRecord {
	const life = { opened: START, closed: null, ...more };
	const names = [{ name: key, from: life.opened, to: life.closed }];
	return { key, kind: 'commune', code: null, levels: [], names, edges: [], ...life };
}

function under(parent: string, more: Partial<UnitEdge> = {}): UnitEdge {
	return { tree: 'admin', parent, from: START, to: null, ...more };
}

function anEvent(more: Partial<UnitEventRecord> = {}): UnitEventRecord {
	const basis = { legalBasis: 'Nghị quyết', note: null, effectiveOn: MERGER };
	return { id: 'e', kind: 'merge', from: ['a'], to: ['b'], ...basis, ...more };
}

const faultsOf = (units: UnitRecord[], events: UnitEventRecord[] = [], stored: UnitRecord[] = []) =>
	unitFaults({ units, events }, worldWith(stored, units)).map(({ pointer, code }) => [
		pointer,
		code
	]);

describe('a units file', () => {
	test('may move a unit from a parent that closes to one that opens on that day', () => {
		const edges = [under('a', { to: MERGER }), under('b', { from: MERGER })];
		const units = [
			aUnit('a', { closed: MERGER }),
			aUnit('b', { opened: MERGER }),
			aUnit('c', { edges })
		];
		expect(faultsOf(units, [anEvent()])).toEqual([]);
	});

	test('may put one unit under different parents in different trees', () => {
		const edges = [under('a'), under('b', { tree: 'doan' })];
		expect(faultsOf([aUnit('a'), aUnit('b'), aUnit('c', { edges })])).toEqual([]);
	});

	test.each<[string, UnitRecord[], [string, string][]]>([
		['the same key twice', [aUnit('a'), aUnit('a')], [['/units/1', 'doubled-key']]],
		[
			'an end before its beginning',
			[aUnit('a', { opened: MERGER, closed: START })],
			[['/units/0', 'days-out-of-order']]
		],
		[
			'a name that ends before it begins',
			[aUnit('a', { names: [{ name: 'A', from: MERGER, to: START }] })],
			[['/units/0/names/0', 'days-out-of-order']]
		],
		[
			'two names on one day',
			[
				aUnit('a', {
					names: [
						{ name: 'A', from: START, to: null },
						{ name: 'B', from: MERGER, to: null }
					]
				})
			],
			[['/units/0/names/1', 'names-overlap']]
		],
		[
			'two parents in one tree on one day',
			[aUnit('a'), aUnit('b'), aUnit('c', { edges: [under('a'), under('b', { from: MERGER })] })],
			[['/units/2/edges/1', 'edges-overlap']]
		],
		[
			'a name outside the life of its unit',
			[aUnit('a', { opened: MERGER, names: [{ name: 'A', from: START, to: null }] })],
			[['/units/0/names/0', 'outside-life']]
		],
		[
			'an unknown parent',
			[aUnit('a', { edges: [under('x')] })],
			[['/units/0/edges/0', 'unknown-parent']]
		],
		[
			'a parent that has closed',
			[aUnit('a', { closed: MERGER }), aUnit('c', { edges: [under('a')] })],
			[['/units/1/edges/0', 'parent-not-open']]
		],
		[
			'a circle',
			[
				aUnit('a', { edges: [under('b')] }),
				aUnit('b', { edges: [under('c')] }),
				aUnit('c', { edges: [under('a')] })
			],
			[
				['/units/0', 'circle'],
				['/units/1', 'circle'],
				['/units/2', 'circle']
			]
		]
	])('with %s is refused at its place', (_, units, expected) => {
		expect(faultsOf(units)).toEqual(expected);
	});

	test('has no circle when the two edges never meet on a day', () => {
		const a = aUnit('a', { edges: [under('b', { to: MERGER })] });
		const b = aUnit('b', { edges: [under('a', { from: MERGER })] });
		expect(faultsOf([a, b])).toEqual([]);
	});

	test('may stand on units already stored, and may not close one over its stored children', () => {
		const stored = [aUnit('a'), aUnit('c', { edges: [under('a')] })];
		expect(faultsOf([aUnit('d', { edges: [under('a')] })], [], stored)).toEqual([]);
		expect(faultsOf([aUnit('a', { closed: MERGER })], [], stored)).toEqual([
			['/units/0', 'child-left-out']
		]);
	});

	test('with an event of unknown or repeated units is refused at its place', () => {
		const events = [anEvent({ from: ['a', 'x'] }), anEvent({ to: ['b', 'b'] })];
		expect(faultsOf([aUnit('a'), aUnit('b')], events)).toEqual([
			['/events/1', 'doubled-key'],
			['/events/0/from/1', 'unknown-unit'],
			['/events/1/to/1', 'doubled-key']
		]);
	});
});
