import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, operator } from '#lib/identity/actor.ts';
import type { ImportReport } from '#lib/kernel/import-report.ts';
import { day, type Day } from '#lib/kernel/instant.ts';
import { importUnits } from '#lib/units/import-units.server.ts';
import { childrenOn, lineageOn, subtreeKeysOn, unitName } from '#lib/units/units.reads.server.ts';
import { runIn } from '../../support/contexts.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { WORLD_NOW } from '../../support/world-now.ts';

let database: TestDatabase;
let demo: string;

beforeAll(async () => {
	database = await freshDatabase();
	demo = await readFile('src/demo/data/units.json', 'utf8');
});
afterAll(() => database.close());

async function load(text: string, dryRun = false): Promise<ImportReport> {
	const input = { text, fileName: 'units.json', dryRun };
	const outcome = await runIn(database.connections, operator, WORLD_NOW, importUnits, input);
	if (!outcome.ok) throw new Error(outcome.refusal.code);
	return outcome.value;
}

const counts = { new: 0, same: 0, changed: 0, moved: 0, failed: 0 };
const BEFORE = day('2025-06-30');
const AFTER = day('2025-07-01');

describe('the demo units', () => {
	test('are only counted by a dry run, then load whole, then are all the same', async () => {
		expect(await load(demo, true)).toMatchObject({ counts: { ...counts, new: 179 }, notes: [] });
		expect(await load(demo)).toMatchObject({ counts: { ...counts, new: 179 }, notes: [] });
		expect(await load(demo)).toMatchObject({ counts: { ...counts, same: 179 }, notes: [] });
	});

	test('tell a renamed unit from a moved one', async () => {
		const renamed = demo.replace('"Trường Đại học Duyên Hải"', '"Trường Đại học Duyên Hải mới"');
		expect((await load(renamed, true)).counts).toEqual({ ...counts, same: 178, changed: 1 });
		const moved = demo.replace(
			'{"tree": "doan", "parent": "trung-uong-doan", "from": "2000-01-01"}',
			'{"tree": "doan", "parent": "viet-nam", "from": "2000-01-01"}'
		);
		expect((await load(moved, true)).counts).toEqual({ ...counts, same: 178, moved: 1 });
	});

	test.each<[string, Day, string[]]>([
		['thcs-bac-son', BEFORE, ['phuong-bac-son', 'quan-kien-an', 'thanh-pho-hai-phong', 'viet-nam']],
		['thcs-bac-son', AFTER, ['phuong-phu-lien', 'thanh-pho-hai-phong', 'viet-nam']]
	])('%s on %s stands under its place of that day', async (key, on, ancestors) => {
		const lineage = await lineageOn(database.connections.read, key, on);
		expect(lineage).toEqual(expect.arrayContaining([key, ...ancestors]));
	});

	test('a closed unit keeps the place and children of its last day', async () => {
		const { read } = database.connections;
		expect(await lineageOn(read, 'phuong-bac-son', day('2026-11-05'))).toEqual([
			'phuong-bac-son',
			'quan-kien-an',
			'thanh-pho-hai-phong',
			'viet-nam'
		]);
		const children = await childrenOn(read, 'quan-kien-an', 'admin', day('2026-11-05'));
		expect(children.map((unit) => unit.key)).toContain('phuong-bac-son');
	});

	test('a subtree is that of one tree on one day, or of all trees together', async () => {
		const { read } = database.connections;
		const doan = await subtreeKeysOn(read, ['doan-truong-thpt-le-loi'], 'doan', day('2026-10-05'));
		expect(doan).toEqual([
			'doan-truong-thpt-le-loi',
			'thpt-le-loi-10a1',
			'thpt-le-loi-11a2',
			'thpt-le-loi-12a1'
		]);
		expect(await subtreeKeysOn(read, ['doan-truong-thpt-le-loi'], null, BEFORE)).toEqual([
			'doan-truong-thpt-le-loi'
		]);
		expect(await subtreeKeysOn(read, [], null, BEFORE)).toEqual([]);
	});

	test('a name is that of the day, and of the last day afterwards', async () => {
		const { read } = database.connections;
		expect(await unitName(read, 'quan-kien-an', day('2026-01-01'))).toBe('Quận Kiến An');
		expect(await unitName(read, 'phuong-kien-an', day('2020-01-01'))).toBe('Phường Kiến An');
	});
});

describe('a units file', () => {
	test('that is wrong is answered by line, and nothing of it is written', async () => {
		const text = demo.replace('"parent": "quan-kien-an"', '"parent": "quan-khong-co"');
		const line = text.slice(0, text.indexOf('quan-khong-co')).split('\n').length;
		const report = await load(text);
		expect(report.counts).toEqual({ ...counts, failed: 1 });
		expect(report.notes).toEqual([
			expect.objectContaining({ level: 'error', line, code: 'unknown-parent' })
		]);
	});

	test('that is no JSON is answered by line and column', async () => {
		const report = await load('{"format":"khoabang.units/1",\n"units":[}');
		expect(report.notes).toEqual([
			{ level: 'error', line: 2, column: 10, code: 'json-unexpected' }
		]);
	});

	test('is taken from an administrator only', async () => {
		const input = { text: demo, fileName: 'units.json', dryRun: true };
		const outcome = await runIn(database.connections, anonymous, WORLD_NOW, importUnits, input);
		expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
	});
});
