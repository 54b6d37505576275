import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRosterFile } from './roster-file.ts';

const HEAD = 'Họ và tên,Ngày sinh,Lớp,Mã học sinh,Đơn vị,Đối tượng,Phụ huynh đồng ý,Đồng ý công bố';

function notesOf(text: string) {
	return readRosterFile(text, 2026).notes;
}

test('the demo roster is read whole, without a complaint', () => {
	const text = readFileSync(new URL('../../demo/data/roster.csv', import.meta.url), 'utf8');
	const { rows, notes } = readRosterFile(text, 2026);
	expect(notes).toEqual([]);
	expect(rows).toHaveLength(497);
	expect(rows[0]).toEqual({
		line: 2,
		code: 'HS240007',
		name: 'Nguyễn Quỳnh Anh',
		birthYear: 2011,
		unitName: 'Trường THCS Trần Phú',
		className: '8A1',
		audiences: ['hs_6_9'],
		guardianTakePart: true,
		publish: null
	});
});

test('headings may stand in any order, without diacritics, with a BOM and semicolons', () => {
	const text =
		'\uFEFFLOP;Ma dinh danh;ho ten;Nam sinh;Doi tuong;Dong y cong bo\r\nLớp 10A1;C1;Lê Thị Bình;2009;Học sinh, Đoàn viên;x\r\n';
	expect(readRosterFile(text, 2026)).toEqual({
		notes: [],
		rows: [
			{
				line: 2,
				code: 'C1',
				name: 'Lê Thị Bình',
				birthYear: 2009,
				unitName: '',
				className: '10A1',
				audiences: ['doan_vien', 'hs_10_12'],
				guardianTakePart: null,
				publish: true
			}
		]
	});
});

test.each([
	['1/9/2011', 2011],
	['01-09-2011', 2011],
	['2011-09-01', 2011],
	['2011', 2011]
])('of the birth date %s only the year is kept', (birth, year) => {
	const { rows } = readRosterFile(`${HEAD}\nAn,${birth},8A,C1,,,,`, 2026);
	expect(rows[0]?.birthYear).toBe(year);
	expect(JSON.stringify(rows)).not.toContain(birth === String(year) ? '\0' : birth);
});

test.each([
	['An,31/02/2011,8A,C1,,,,', 2, 'roster-birth-unreadable'],
	['An,2027,8A,C1,,,,', 2, 'roster-birth-unreadable'],
	['An,,8A,C1,,,,', 2, 'roster-cell-empty'],
	[',2011,8A,C1,,,,', 1, 'roster-cell-empty'],
	['An,2011,8A,,,,,', 4, 'roster-cell-empty'],
	['An,2011,,C1,,Học sinh,,', 3, 'roster-audience-class-number-needed'],
	['An,2011,8A,C1,,Khách mời,,', 6, 'roster-audience-unknown-word'],
	['An,2011,,C1,,,,', 6, 'roster-audience-empty'],
	['An,2011,8A,C1,,,có thể,', 7, 'roster-yes-no-unreadable'],
	['An\uFFFD,2011,8A,C1,,,,', 1, 'roster-text-unreadable'],
	['An\0,2011,8A,C1,,,,', 1, 'roster-text-unreadable']
])('the row %j is an error of column %i: %s', (row, column, code) => {
	expect(notesOf(`${HEAD}\n${row}`)).toMatchObject([{ level: 'error', line: 2, column, code }]);
});

test('a heading that is missing is an error, one that nobody reads a warning', () => {
	expect(notesOf('Họ và tên,Lớp,Mã học sinh,Sở thích\nAn,8A,C1,cờ')).toMatchObject([
		{ level: 'warning', line: 1, column: 4, code: 'roster-heading-ignored' },
		{
			level: 'error',
			line: 1,
			code: 'roster-heading-missing',
			facts: { heading: 'Ngày sinh | Năm sinh' }
		}
	]);
});

test('an empty list, and one with an open quote, are errors', () => {
	expect(notesOf(HEAD)).toMatchObject([{ level: 'error', code: 'roster-empty' }]);
	expect(notesOf(`${HEAD}\n"An,2011`)).toMatchObject([{ line: 2, code: 'csv-quote-open' }]);
	expect(notesOf('')).toMatchObject([
		{ code: 'roster-heading-missing' },
		{ code: 'roster-heading-missing' },
		{ code: 'roster-heading-missing' }
	]);
});

test('one code is one person: twice in the same place, or as two people, is an error; in two units it is not', () => {
	const rows = [
		'An,2011,8A,C1,Trường A,,,',
		'An,2011,8A,C1,Trường A,,,',
		'Bình,2011,8B,C1,Trường A,,,',
		'An,2011,,C1,Chi đoàn B,Đoàn viên,,'
	];
	expect(notesOf([HEAD, ...rows].join('\n'))).toEqual([
		{ level: 'error', line: 3, code: 'roster-row-twice', facts: { firstLine: 2 } },
		{ level: 'error', line: 4, code: 'roster-code-two-people', facts: { firstLine: 2 } }
	]);
});
