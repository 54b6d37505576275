import { expect, test } from 'vitest';
import { cardSheetPdf } from '#lib/people/card-sheet.server.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

function someCards(count: number) {
	return Array.from({ length: count }, (_, i) => ({
		personId: `p${i}`,
		personCode: `HS${i}`,
		name: 'Đỗ Hải Yến',
		unitKey: 'thcs-bac-son-8a',
		unitName: 'Lớp 8A, Trường THCS Bắc Sơn',
		card: `ABCD-EF${String(i).padStart(2, '0')} 012345`
	}));
}

test.each([
	[0, 1],
	[1, 1],
	[8, 1],
	[9, 2],
	[40, 5]
])('%i cards are printed on %i sheets', async (count, sheets) => {
	const sheet = {
		title: 'Lớp 8A',
		cards: someCards(count),
		at: WORLD_NOW,
		language: 'vi'
	} as const;
	const pdf = (await cardSheetPdf(sheet)).toString('latin1');
	expect(pdf.startsWith('%PDF-1.')).toBe(true);
	expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(sheets);
});
