import { expect, test } from 'vitest';
import { readCsv } from '#lib/kernel/csv.ts';
import { cardCsv } from './card-csv.ts';

test('the cards file reads back cell for cell, also names with commas and quotes', () => {
	const card = {
		personCode: 'HS1',
		name: 'Lê "Tí", An',
		unitKey: 'thcs-8a',
		card: 'ABCD-EFGH 012345'
	};
	const file = readCsv(cardCsv([card]));
	expect(file.header).toEqual(['person_code', 'name', 'unit_key', 'card']);
	expect(file.records.map((record) => record.cells)).toEqual([
		['HS1', 'Lê "Tí", An', 'thcs-8a', 'ABCD-EFGH 012345']
	]);
});
