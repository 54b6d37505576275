import { expect, test } from 'vitest';
import type { Item, ScoringScheme } from '#lib/bank/item.ts';
import { day } from '#lib/kernel/instant.ts';
import { blueprintGate, itemsOfCell } from './blueprint-gate.ts';
import type { BlueprintCell } from './definition.ts';

const base = {
	stem: 'Hỏi',
	level: 'nhan_biet',
	sources: [],
	validFrom: day('2024-01-01'),
	validTo: null,
	weight: 1,
	status: 'approved',
	audiences: ['doan_vien']
} as const;

function single(id: string, topic: string, enemies: readonly string[] = []): { item: Item } {
	return { item: { ...base, id, topic, enemies, type: 'single', options: [], key: 'a' } };
}

function group(id: string, scoring: ScoringScheme): { item: Item } {
	const statements = ['a', 'b', 'c', 'd'].map((part) => ({ id: part, text: part }));
	return {
		item: { ...base, id, topic: 'T', type: 'trueFalseGroup', statements, key: {}, scoring }
	};
}

function cell(count: number, more: Partial<BlueprintCell> = {}): BlueprintCell {
	return { topic: 'T', level: null, count, marks: null, ...more };
}

function singles(count: number, topic = 'T') {
	return Array.from({ length: count }, (_, index) => single(`${topic}${index}`, topic));
}

test.each([
	[0, 'red', ['too-few']],
	[1, 'red', ['too-few']],
	[2, 'amber', ['below-factor']],
	[9, 'amber', ['below-factor']],
	[10, 'green', []],
	[11, 'green', []]
])('a cell of 2 with factor 5 and %i items is %s', (usable, colour, reasons) => {
	const gate = blueprintGate({ blueprint: [cell(2)], minBankFactor: 5 }, singles(usable));
	expect(gate.cells[0]).toMatchObject({ usable, colour, reasons });
	expect(gate.colour).toBe(colour);
	expect(gate.fillable).toBe(usable >= 2);
});

test('enemies that leave no paper make a cell red though it has enough items', () => {
	const rivals = [single('a', 'T', ['b', 'c']), single('b', 'T', ['c']), single('c', 'T')];
	const gate = blueprintGate({ blueprint: [cell(2)], minBankFactor: 1 }, rivals);
	expect(gate).toMatchObject({ colour: 'red', fillable: false });
	expect(gate.cells[0]).toMatchObject({ usable: 3, reasons: ['enemies'] });
});

test('enemies across cells make the gate red though each cell alone can be filled', () => {
	const blueprint = [cell(1), cell(1, { topic: 'U' })];
	const gate = blueprintGate({ blueprint, minBankFactor: 1 }, [
		single('a', 'T', ['b']),
		single('b', 'U')
	]);
	expect(gate).toMatchObject({ colour: 'red', fillable: false });
	expect(gate.cells.map((each) => each.colour)).toEqual(['green', 'green']);
});

test('a cell with a level counts its level only', () => {
	const drawable = [single('a', 'T'), { item: { ...single('b', 'T').item, level: 'van_dung' } }];
	expect(itemsOfCell(cell(1, { level: 'van_dung' }), drawable)).toEqual([drawable[1]]);
	expect(itemsOfCell(cell(1), drawable)).toEqual(drawable);
});

test.each([
	[null, [1, 1], 'green', []],
	[null, [1, 2], 'red', ['uneven-weights']],
	[2, [1, 2], 'green', []]
] as const)(
	'with marks %s, items of weight %j make a cell %s',
	(marks, weights, colour, reasons) => {
		const drawable = weights.map((weight, index) => ({
			item: { ...single(`T${index}`, 'T').item, weight }
		}));
		const gate = blueprintGate({ blueprint: [cell(1, { marks })], minBankFactor: 1 }, drawable);
		expect(gate.cells[0]).toMatchObject({ colour, reasons });
		expect(gate).toMatchObject({ colour, fillable: colour === 'green' });
	}
);

test.each([
	['ladder_2025', 1, true],
	['ladder_2025', 9, true],
	['ladder_2025', 10, false],
	['ladder_2025', null, false],
	['per_part', 3, true],
	['per_part', 4, false],
	['all_or_nothing', 1, false]
] as const)('under %s, %s marks lose the partly right: %s', (scoring, marks, lost) => {
	const gate = blueprintGate({ blueprint: [cell(1, { marks })], minBankFactor: 1 }, [
		group('a', scoring)
	]);
	expect(gate.cells[0]?.reasons).toEqual(lost ? ['partial-marks-lost'] : []);
	expect(gate.colour).toBe(lost ? 'amber' : 'green');
});
