import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import { readJsonFile } from '#lib/kernel/json-file.ts';
import { unitsFileSchema, type UnitsFile } from './import-units.schema.ts';
import { lineageBook, placeUnit, rootsOf, rowOf, successorsOf, type Reading } from './lineage.ts';
import { isOpenOn } from './unit.ts';

const demo = readDemo();
const book = lineageBook(demo.units, demo.events);
const asOf = day('2024-12-31');
const today = day('2026-11-05');
const question = (reading: Reading) => ({ tree: 'admin', reading, asOf, today }) as const;

function readDemo(): UnitsFile {
	const read = readJsonFile(readFileSync('src/demo/data/units.json', 'utf8'), unitsFileSchema);
	if (!read.value) throw new Error('the demo units cannot be read');
	return read.value;
}

describe('what has become of a unit', () => {
	test.each([
		['phuong-ngoc-son', ['phuong-phu-lien']],
		['phuong-bac-son', ['phuong-kien-an', 'phuong-phu-lien']],
		['quan-kien-an', ['phuong-kien-an', 'phuong-phu-lien']],
		['thanh-pho-hai-phong', ['thanh-pho-hai-phong']],
		['tinh-hai-duong', ['thanh-pho-hai-phong']],
		['thcs-hoa-binh', ['thcs-nguyen-binh-khiem']],
		['so-tttt-thai-binh', ['so-khcn-hung-yen']],
		['trung-tam-vhtttt-tam-ky', ['trung-tam-vhtttt-tam-ky']],
		['thcs-bac-son', ['thcs-bac-son']]
	])('%s: %j', (key, expected) => {
		expect(successorsOf(book, key, { since: asOf, on: today })).toEqual(expected);
	});

	test('is itself the day before the event, and the successor from that day', () => {
		const until = (on: string) =>
			successorsOf(book, 'phuong-ngoc-son', { since: asOf, on: day(on) });
		expect(until('2025-06-30')).toEqual(['phuong-ngoc-son']);
		expect(until('2025-07-01')).toEqual(['phuong-phu-lien']);
	});
});

describe('a unit is placed', () => {
	test.each<[string, Reading, string[]]>([
		[
			'thcs-bac-son',
			'as-was',
			['thcs-bac-son', 'phuong-bac-son', 'quan-kien-an', 'thanh-pho-hai-phong', 'viet-nam']
		],
		[
			'thcs-bac-son',
			'as-now',
			['thcs-bac-son', 'phuong-phu-lien', 'thanh-pho-hai-phong', 'viet-nam']
		],
		[
			'thcs-hoa-binh',
			'as-now',
			['thcs-nguyen-binh-khiem', 'xa-nguyen-binh-khiem', 'thanh-pho-hai-phong', 'viet-nam']
		],
		['phuong-bac-son', 'as-now', ['thanh-pho-hai-phong', 'viet-nam']],
		['thi-tran-tien-hai', 'as-now', ['xa-tien-hai', 'tinh-hung-yen', 'viet-nam']]
	])('%s %s', (key, reading, under) => {
		expect(placeUnit(book, key, question(reading)).under).toEqual(under);
	});

	test('with its last parent when it closed without a successor', () => {
		const units = demo.units.map((unit) =>
			unit.key === 'thcs-bac-son-8a'
				? {
						...unit,
						closed: day('2025-06-01'),
						edges: unit.edges.map((edge) => ({ ...edge, to: day('2025-06-01') }))
					}
				: unit
		);
		const { under } = placeUnit(
			lineageBook(units, demo.events),
			'thcs-bac-son-8a',
			question('as-now')
		);
		expect(under.slice(0, 3)).toEqual(['thcs-bac-son-8a', 'thcs-bac-son', 'phuong-phu-lien']);
	});

	test('in the row of a successor, or in none when it is divided between two', () => {
		const rows = rootsOf(book, 'quan-kien-an', question('as-now'));
		expect(rows).toEqual(['phuong-kien-an', 'phuong-phu-lien']);
		const row = (key: string) => rowOf(placeUnit(book, key, question('as-now')), rows);
		expect(['thcs-bac-son', 'thcs-tran-phu', 'phuong-bac-son'].map(row)).toEqual([
			'phuong-phu-lien',
			'phuong-kien-an',
			null
		]);
	});
});

/** One for each unit that stood in the tree on as-of, added up at the units above it. */
function sums(reading: Reading, of = book): Map<string, number> {
	const total = new Map<string, number>();
	for (const [key, unit] of of.units)
		if (isOpenOn(unit, asOf) && placeUnit(of, key, question('as-was')).under.includes('viet-nam'))
			for (const above of placeUnit(of, key, question(reading)).under)
				total.set(above, (total.get(above) ?? 0) + 1);
	return total;
}

test('P1: the sums at the root are equal under both readings', () => {
	const [was, now] = [sums('as-was'), sums('as-now')];
	expect(was.get('viet-nam')).toBeGreaterThan(50);
	expect(now.get('viet-nam')).toBe(was.get('viet-nam'));
	expect(now.get('tinh-thai-binh')).toBeUndefined();
	expect(was.get('tinh-thai-binh')).toBeGreaterThan(5);
});

test('P3: a renaming changes no number', () => {
	const rename = {
		id: 'e-ten',
		kind: 'rename',
		effectiveOn: day('2025-01-01'),
		legalBasis: 'Quyết định',
		note: null
	} as const;
	const events = [...demo.events, { ...rename, from: ['thcs-tran-phu'], to: ['thcs-tran-phu'] }];
	const renamed = lineageBook(demo.units, events);
	expect(sums('as-now', renamed)).toEqual(sums('as-now'));
	expect(sums('as-was', renamed)).toEqual(sums('as-was'));
});
