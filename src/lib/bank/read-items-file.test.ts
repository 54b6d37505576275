import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readItemsFile } from './read-items-file.ts';
import { nothingKnown } from './reference-faults.ts';

const demoFile = new URL('../../demo/data/items.json', import.meta.url);
const demoText = readFileSync(demoFile, 'utf8');

const aSource = {
	id: 'ktc',
	number: null,
	date: null,
	issuer: null,
	title: 'Kiến thức chung',
	validFrom: '2020-01-01',
	validTo: null,
	supersededBy: []
};
const anItem = {
	id: 'd-001',
	type: 'single',
	stem: 'Mã QR chứa thông tin để thiết bị đọc nhanh, đúng hay sai?',
	options: [
		{ id: 'a', text: 'Đúng' },
		{ id: 'b', text: 'Sai' }
	],
	key: 'a',
	topic: 'CDS.0',
	level: 'nhan_biet',
	sources: [{ id: 'ktc', clause: null }],
	validFrom: '2020-01-01',
	validTo: null,
	weight: 1,
	status: 'approved',
	audiences: ['hs_6_9']
};
const second = { ...anItem, id: 'd-002' };

function aFile(items: readonly object[], more: object = {}): string {
	return JSON.stringify(
		{
			format: 'khoabang.items/1',
			bank: { code: 'THU', title: 'Ngân hàng thử', language: 'vi' },
			topics: [{ code: 'CDS.0', title: 'Nhận thức chung' }],
			levels: [{ code: 'nhan_biet', title: 'Nhận biết' }],
			sources: [aSource],
			items,
			...more
		},
		null,
		1
	);
}

const read = (text: string, name = 'items.json') => readItemsFile(name, text, nothingKnown);
const found = (text: string, name?: string) =>
	read(text, name).notes.map((note) => [note.level, note.code, note.facts?.field ?? '']);

test('the demo bank is read whole, without a complaint, as the very object of the file', () => {
	const { file, notes } = read(demoText);
	expect(notes).toEqual([]);
	expect(file).toEqual(JSON.parse(demoText));
});

test('two items of one id refuse the file and both places are named', () => {
	const text = aFile([anItem, anItem]);
	const lines = text.split('\n');
	const firstLine = lines.indexOf(
		'  {',
		lines.findIndex((line) => line.includes('"items"'))
	);
	const { file, notes } = read(text);
	expect(file).toBeNull();
	expect(notes).toEqual([
		{
			level: 'error',
			line: lines.lastIndexOf('  {') + 1,
			code: 'doubled-id',
			facts: { field: 'items/1/id', id: 'd-001', firstAt: '/items/0/id', firstLine: firstLine + 1 }
		}
	]);
});

test('a lone source is read as a list of one, and its broken reference is named where it stands', () => {
	const { sources, ...lone } = anItem;
	expect(read(aFile([{ ...lone, source: sources[0] }])).file?.items[0]?.sources).toEqual(sources);
	expect(
		found(
			aFile([
				{ ...lone, source: { id: 'khong-co', clause: null } },
				{ ...second, key: 'e' }
			])
		)
	).toEqual([
		['error', 'unknown-source', 'items/0/source/id'],
		['error', 'key-not-an-option', 'items/1/key'],
		['warning', 'one-source', 'items/0/source']
	]);
});

test('a file cut in the middle is refused with the line and column of its end', () => {
	expect(read('{"format":"khoabang.items/1",\n "items":[').notes).toEqual([
		{ level: 'error', line: 2, column: 11, code: 'json-ended' }
	]);
});

test.each([
	['bank.gift', '::q1:: Câu hỏi { =a ~b }', 'gift'],
	['bank.aiken.txt', 'Câu hỏi\nA. a\nB. b\nANSWER: A', 'aiken'],
	['bank.moodle.xml', '<quiz/>', 'moodle-xml'],
	['bank.xml', '<?xml version="1.0"?><quiz/>', 'moodle-xml'],
	['goi.zip', 'PK', 'qti'],
	['bank.xlsx', 'PK', 'sheet'],
	['13-empty-options.csv', 'STT,Câu hỏi', 'sheet'],
	['de.docx', 'PK', 'docx'],
	['bank.txt', 'Câu 1: …', 'text'],
	['bank', 'Câu 1: …', 'unknown']
])('%s belongs to a later version and is refused by its name', (name, text, layout) => {
	expect(read(text, name)).toEqual({
		file: null,
		notes: [{ level: 'error', line: 1, code: 'format-later', facts: { layout } }]
	});
});

const single = (more: object) => aFile([{ ...anItem, ...more }]);
const other = (more: object) => {
	return aFile([{ ...anItem, options: undefined, key: undefined, ...more }]);
};
const parts = (...ids: string[]) => ids.map((id) => ({ id, text: id }));
const group = { type: 'trueFalseGroup', statements: parts('a', 'b', 'c') };
const pairs = { type: 'matching', left: parts('l1', 'l2'), right: parts('r1', 'r2') };
const places = { type: 'ordering', elements: parts('a', 'b') };
const number = { type: 'numeric', key: '65', tolerance: '0' };

const bad: [string, string, string, string][] = [
	['a field nobody knows', single({ tolerance: '0' }), 'unknown-field', 'items/0/tolerance'],
	['a type nobody knows', single({ type: 'essay' }), 'bad-field', 'items/0/type'],
	['no stem', single({ stem: undefined }), 'missing-field', 'items/0/stem'],
	['an empty stem', single({ stem: ' ' }), 'empty-text', 'items/0/stem'],
	['a stem of 100 KB', single({ stem: 'x'.repeat(100_000) }), 'text-too-long', 'items/0/stem'],
	['a day no calendar has', single({ validTo: '2026-02-31' }), 'not-a-day', 'items/0/validTo'],
	['a period backwards', single({ validTo: '2019-01-01' }), 'validity-reversed', 'items/0/validTo'],
	['a weight of nothing', single({ weight: 0 }), 'bad-field', 'items/0/weight'],
	['an unknown topic', single({ topic: 'CDS.Z' }), 'unknown-topic', 'items/0/topic'],
	['an unknown level', single({ level: 'kho' }), 'unknown-level', 'items/0/level'],
	['an unknown audience', single({ audiences: ['hs'] }), 'unknown-word', 'items/0/audiences/0'],
	['an unknown enemy', single({ enemies: ['x'] }), 'unknown-enemy', 'items/0/enemies/0'],
	['an item its own enemy', single({ enemies: ['d-001'] }), 'unknown-enemy', 'items/0/enemies/0'],
	['no source at all', single({ sources: undefined }), 'missing-field', 'items/0/sources'],
	[
		'a source twice',
		single({ sources: [...anItem.sources, ...anItem.sources] }),
		'doubled-source',
		'items/0/sources/1/id'
	],
	['one option', single({ options: parts('a') }), 'too-few-parts', 'items/0/options'],
	['an option twice', single({ options: parts('a', 'a') }), 'doubled-part', 'items/0/options/1/id'],
	['NUL in a text', single({ stem: 'a\0b' }), 'unstorable-text', 'items/0/stem'],
	[
		'no right tick',
		other({ type: 'multiple', options: parts('a', 'b'), key: [] }),
		'key-not-an-option',
		'items/0/key'
	],
	[
		'a statement without its answer',
		other({ ...group, key: { a: true, b: true } }),
		'key-incomplete',
		'items/0/key'
	],
	[
		'the ladder on three statements',
		other({ ...group, key: { a: true, b: true, c: false }, scoring: 'ladder_2025' }),
		'ladder-needs-four',
		'items/0/scoring'
	],
	[
		'a right side used twice',
		other({ ...pairs, key: { l1: 'r1', l2: 'r1' } }),
		'key-incomplete',
		'items/0/key'
	],
	['a place left out', other({ ...places, key: ['a'] }), 'key-incomplete', 'items/0/key'],
	['a key that is no number', other({ ...number, key: 'nhiều' }), 'not-a-decimal', 'items/0/key'],
	[
		'a tolerance below nothing',
		other({ ...number, tolerance: '-1' }),
		'not-a-decimal',
		'items/0/tolerance'
	],
	[
		'a preferred text that is not accepted',
		other({ type: 'shortAnswer', key: 'a', accept: ['b'] }),
		'key-not-accepted',
		'items/0/key'
	]
];
test.each(bad)('%s is named and nothing is taken', (_, text, code, field) => {
	expect(read(text).file).toBeNull();
	expect(found(text)).toEqual([['error', code, field]]);
});

test('what can be taken but needs a look is a warning', () => {
	const items = [{ ...anItem, enemies: ['d-002'], audiences: [] }, second];
	expect(read(aFile(items)).file?.items).toHaveLength(2);
	expect(found(aFile(items))).toEqual([
		['warning', 'no-audience', 'items/0/audiences'],
		['warning', 'one-sided-enemy', 'items/0/enemies']
	]);
});

test('decomposed Vietnamese is kept composed, and bytes of another encoding are refused', () => {
	const stem = 'Chuyển đổi số là gì?';
	expect(read(single({ stem: stem.normalize('NFD') })).file?.items[0]?.stem).toBe(stem);
	expect(found(single({ stem: 'Chuy\uFFFDn' }))).toEqual([['error', 'not-utf8', '']]);
});

test('a source that ends before it begins is named', () => {
	const sources = [{ ...aSource, validTo: '2019-01-01', supersededBy: ['khong-co'] }];
	expect(found(aFile([anItem], { sources }))).toEqual([
		['error', 'unknown-source', 'sources/0/supersededBy/0'],
		['error', 'validity-reversed', 'sources/0/validTo']
	]);
});
