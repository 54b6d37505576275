import { expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import type { UnitRecord } from '#lib/units/unit-record.ts';
import { PlaceFinder } from './roster-places.ts';

const LONG_AGO = day('2000-01-01');

function aUnit(key: string, name: string, parent: string | null, more: Partial<UnitRecord> = {}) {
	const opened = more.opened ?? LONG_AGO;
	const period = { from: opened, to: more.closed ?? null };
	return {
		key,
		kind: 'school',
		code: null,
		levels: [],
		opened,
		closed: null,
		names: [{ name, ...period }],
		edges: parent === null ? [] : [{ tree: 'admin', parent, ...period }],
		...more
	} as UnitRecord;
}

const world = [
	aUnit('quan', 'Quận Kiến An', null, { kind: 'district' }),
	aUnit('tran-phu', 'Trường THCS Trần Phú', 'quan'),
	aUnit('tran-phu-8a', '8A', 'tran-phu', { kind: 'class', opened: day('2024-09-05') }),
	aUnit('bac-son', 'Trường THCS Bắc Sơn', 'quan'),
	aUnit('cu', 'Trường THCS Cũ', 'quan', { closed: day('2024-07-01') }),
	aUnit('chi-doan', 'Chi đoàn Lãm Hà', 'quan', { kind: 'chi_doan', opened: day('2025-07-01') }),
	aUnit('huyen', 'Huyện Vĩnh Bảo', null, { kind: 'district' }),
	aUnit('tran-phu-vb', 'Trường THCS Lê Lợi', 'huyen'),
	aUnit('le-loi-1', 'Trường TH Lê Lợi', 'quan'),
	aUnit('le-loi-2', 'Trường TH Lê Lợi', 'quan')
];
const finder = new PlaceFinder(world, 'quan', day('2024-09-05'));

test.each([
	['truong thcs tran phu', '8a', { kind: 'unit', unitKey: 'tran-phu-8a', from: '2024-09-05' }],
	['Trường THCS Trần Phú', 'Lớp 8A', { kind: 'unit', unitKey: 'tran-phu-8a', from: '2024-09-05' }],
	['Trường THCS Bắc Sơn', '', { kind: 'unit', unitKey: 'bac-son', from: '2024-09-05' }],
	['Chi đoàn Lãm Hà', '', { kind: 'unit', unitKey: 'chi-doan', from: '2025-07-01' }],
	['', '', { kind: 'unit', unitKey: 'quan', from: '2024-09-05' }],
	[
		'Trường THCS Bắc Sơn',
		'8A',
		{ kind: 'new-class', schoolKey: 'bac-son', className: '8A', from: '2024-09-05' }
	]
])('"%s", class "%s" is %j', (unitName, className, place) => {
	expect(finder.find({ unitName, className })).toEqual({ ok: true, place });
});

test.each([
	['Trường THCS Lê Lợi', '', 'unit', 'roster-unit-unknown'],
	['Trường TH Lê Lợi', '', 'unit', 'roster-unit-ambiguous'],
	['Trường THCS Cũ', '', 'unit', 'roster-unit-closed'],
	['Chi đoàn Lãm Hà', '8A', 'class', 'roster-class-unknown']
])('"%s", class "%s" is an error of the %s: %s', (unitName, className, column, code) => {
	expect(finder.find({ unitName, className })).toEqual({ ok: false, column, code });
});

test('the list of one class may be loaded under the class itself', () => {
	const ofClass = new PlaceFinder(world, 'tran-phu-8a', day('2024-09-05'));
	expect(ofClass.find({ unitName: '', className: '8A' })).toMatchObject({
		place: { unitKey: 'tran-phu-8a' }
	});
});
