import { describe, expect, test } from 'vitest';
import { hiding, withoutSmallCounts, type HideableRow } from './hidden-counts.ts';
import { measures, type Measure } from './measures.ts';

/** Registered, started, completed, passed, perfect, attempts; the rate stands on the completed. */
function aRow(...counts: [number, number, number, number, number, number]): HideableRow {
	const named = Object.fromEntries(measures.map((measure, at) => [measure, counts[at]]));
	return { ...(named as Record<Measure, number>), rate: [counts[2], 100] };
}

const shown = (row: HideableRow | undefined) =>
	row && [...measures.map((measure) => row[measure] ?? '-'), row.rate?.[0] ?? '-'].join(' ');

describe('a hidden count is not told by another figure', () => {
	const row = aRow(40, 30, 20, 10, 5, 25);
	test.each([
		[[], '40 30 20 10 5 25 20'],
		[['perfect'], '40 30 20 10 - 25 20'],
		[['started', 'completed'], '40 - - 10 5 25 -']
	] as [Measure[], string][])('%s', (hidden, expected) => {
		expect(shown(hiding(new Set(hidden), row))).toBe(expected);
	});
});

describe('what everybody may see of a published contest', () => {
	test.each([
		['five and none are shown', [aRow(9, 9, 5, 5, 0, 6)], ['9 9 5 5 0 6 5']],
		['one to four are not', [aRow(9, 4, 1, 0, 0, 5)], ['9 - - 0 0 - -']],
		[
			'children of five and more are shown',
			[aRow(60, 60, 60, 60, 0, 70), aRow(9, 9, 9, 9, 0, 9), aRow(31, 31, 31, 31, 0, 41)],
			['60 60 60 60 0 70 60', '9 9 9 9 0 9 9', '31 31 31 31 0 41 31']
		],
		[
			'a lone small child takes the next smallest with it, for the whole tells the sum',
			[
				aRow(43, 43, 43, 43, 0, 44),
				aRow(3, 3, 3, 3, 0, 3),
				aRow(9, 9, 9, 9, 0, 9),
				aRow(31, 31, 31, 31, 0, 32)
			],
			['43 43 43 43 0 44 43', '- - - - 0 - -', '- - - - 0 - -', '31 31 31 31 0 32 31']
		],
		[
			'two small ones hide each other',
			[
				aRow(37, 37, 37, 37, 0, 37),
				aRow(3, 3, 3, 3, 0, 3),
				aRow(3, 3, 3, 3, 0, 3),
				aRow(31, 31, 31, 31, 0, 31)
			],
			['37 37 37 37 0 37 37', '- - - - 0 - -', '- - - - 0 - -', '31 31 31 31 0 31 31']
		]
	])('%s', (_name, rows, expected) => {
		expect(withoutSmallCounts(rows).map(shown)).toEqual(expected);
	});

	test('what people still predict stays hidden', () => {
		const row = hiding(new Set<Measure>(['perfect']), aRow(9, 9, 9, 9, 9, 9));
		expect(withoutSmallCounts([row]).map(shown)).toEqual(['9 9 9 9 - 9 9']);
	});
});
