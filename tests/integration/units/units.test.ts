import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import type { ImportReport } from '#lib/kernel/import-report.ts';
import { day, type Day } from '#lib/kernel/instant.ts';
import { appointOfficer } from '#lib/units/appoint-officer.offer.server.ts';
import type { Audience } from '#lib/units/audience.ts';
import { importHeadcounts } from '#lib/units/import-headcounts.server.ts';
import { importUnits } from '#lib/units/import-units.server.ts';
import { openClass } from '#lib/units/open-class.offer.server.ts';
import {
	childrenOn,
	findHeadcount,
	lineageOn,
	listPosts,
	subtreeKeysOn,
	unitName
} from '#lib/units/units.reads.server.ts';
import { viewUnit } from '#lib/units/view-unit.server.ts';
import { asActor, runIn } from '#tests/support/contexts.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

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

describe('a unit’s page', () => {
	const officer: Actor = {
		...{ kind: 'account', accountId: '00000000-0000-7000-8000-000000000001', personId: null },
		posts: [{ role: 'official', unitKey: 'phuong-kien-an' }]
	};
	const look = (key: string, on?: Day, actor: Actor = officer) =>
		asActor(database.connections, actor, WORLD_NOW).view(viewUnit, { key, on });

	test('shows path, names, children and what it came from, on a day', async () => {
		const page = await look('phuong-phu-lien');
		if (!page.ok) throw new Error(page.refusal.code);
		const { on, isOpen, trees, predecessors } = page.value;
		expect([on, isOpen]).toEqual(['2026-11-05', true]);
		expect(trees.map(({ tree, path }) => [tree, path.map((unit) => unit.name)])).toEqual([
			['admin', ['Việt Nam', 'Thành phố Hải Phòng']]
		]);
		expect(trees[0]?.children.map((unit) => unit.name)).toContain('Trường THCS Bắc Sơn');
		expect(predecessors.map((change) => change.units.length)).toEqual([4, 1, 1]);
	});

	test('shows what became of a closed unit, and its last day’s path', async () => {
		const page = await look('quan-kien-an', day('2026-01-01'));
		if (!page.ok) throw new Error(page.refusal.code);
		expect(page.value.isOpen).toBe(false);
		expect(page.value.successors[0]?.units.map((unit) => unit.name)).toEqual([
			'Phường Kiến An',
			'Phường Phù Liễn'
		]);
		expect(page.value.trees[0]?.path.at(-1)?.name).toBe('Thành phố Hải Phòng');
	});

	test('is closed to whoever is not signed in or does not work with units', async () => {
		const pupil: Actor = { ...officer, posts: [] };
		expect(await look('quan-kien-an', undefined, anonymous)).toMatchObject({
			refusal: { code: 'sign-in-needed' }
		});
		expect(await look('quan-kien-an', undefined, pupil)).toMatchObject({
			refusal: { code: 'not-found' }
		});
		expect(await look('khong-co')).toMatchObject({ refusal: { code: 'not-found' } });
	});
});

describe('headcounts', () => {
	const loadHeadcounts = async (text: string, dryRun = false) => {
		const input = { text, fileName: 'headcounts.csv', dryRun };
		const outcome = await runIn(database.connections, operator, WORLD_NOW, importHeadcounts, input);
		if (!outcome.ok) throw new Error(outcome.refusal.code);
		return outcome.value;
	};
	const head = 'unit_key,audience,as_of,value,source,declared_by,doc_ref\n';

	test('of the demo load, and are the same the second time', async () => {
		const text = await readFile('src/demo/data/headcounts.csv', 'utf8');
		expect((await loadHeadcounts(text)).counts).toEqual({ ...counts, new: 32 });
		expect((await loadHeadcounts(text)).counts).toEqual({ ...counts, same: 32 });
	});

	test.each<[string, Audience, string, unknown]>([
		['thcs-tran-phu', 'hs_6_9', '2024-10-15', { value: 612, flags: [] }],
		['thcs-tam-cuong', 'hs_6_9', '2024-10-15', { value: 190, flags: [] }],
		['thcs-tam-cuong', 'hs_6_9', '2024-10-16', null],
		['thcs-tran-phu', 'hs_6_9', '2024-10-06', null],
		['thcs-dong-hoa', 'hs_6_9', '2024-10-15', null],
		['thanh-pho-tam-ky', 'cbccvc', '2024-10-15', { value: 34, flags: [] }]
	])('%s %s on %s', async (unitKey, audience, asOf, expected) => {
		const question = { unitKey, audience, asOf: day(asOf) };
		expect(await findHeadcount(database.connections.read, question)).toEqual(expected);
	});

	test('below the children’s sum are kept and flagged, and the later declaration of a day counts', async () => {
		const line = 'doan-truong-thpt-le-loi,doan_vien,2026-10-05';
		const under = `${head}thpt-le-loi-10a1,doan_vien,2026-10-05,900,Sổ,Bí thư,\n${line},850,Sổ,Bí thư,\n`;
		expect(await loadHeadcounts(under, true)).toMatchObject({
			counts: { ...counts, new: 1, changed: 1 },
			notes: [{ level: 'warning', line: 3, code: 'below-children' }]
		});
		await loadHeadcounts(under);
		const question = { unitKey: 'doan-truong-thpt-le-loi', audience: 'doan_vien' } as const;
		const h = await findHeadcount(database.connections.read, {
			...question,
			asOf: day('2026-10-05')
		});
		expect(h).toEqual({ value: 850, flags: ['inconsistent'] });
	});

	test('that are wrong are answered by line, and nothing of the file is written', async () => {
		const text = `${head}thcs-x,hs_6_9,2024-10-07,1,S,H,\nthcs-bac-son,hs_6_9,2024-13-01,1,S,H,\nthcs-bac-son,hs_6_9,2024-09-01,-1,S,H,\nquan-kien-an,cbccvc,2026-01-01,5,S,H,\n`;
		const report = await loadHeadcounts(text);
		expect(report.counts).toEqual({ ...counts, failed: 4 });
		expect(report.notes.map((note) => [note.line, note.code])).toEqual([
			[3, 'not-a-day'],
			[4, 'not-a-count'],
			[2, 'unknown-unit'],
			[5, 'unit-not-open']
		]);
	});

	test('cannot be changed once declared', async () => {
		await expect(
			database.connections.write.updateTable('headcount').set({ value: 1 }).execute()
		).rejects.toThrow('append-only');
	});
});

describe('posts and classes', () => {
	const account = '00000000-0000-7000-8000-0000000000aa';

	test('a post is held from its first day, once', async () => {
		const { write, read } = database.connections;
		const row = { id: account, holder: 'staff', username: 'hieu-truong', createdAt: WORLD_NOW };
		await write.insertInto('account').values(row).execute();
		const post = { accountId: account, role: 'school-head', unitKey: 'thcs-bac-son' } as const;
		await write.transaction().execute(async (tx) => {
			await appointOfficer(tx, { ...post, from: day('2024-09-01') });
			await appointOfficer(tx, { ...post, from: day('2025-09-01') });
		});
		expect(await listPosts(read, account, day('2024-08-31'))).toEqual([]);
		expect(await listPosts(read, account, day('2026-09-01'))).toEqual([
			{ role: 'school-head', unitKey: 'thcs-bac-son' }
		]);
	});

	test('a school opens a class once; the same name in another writing is the same class', async () => {
		const { write, read } = database.connections;
		const open = (name: string) =>
			write
				.transaction()
				.execute((tx) =>
					openClass(tx, { schoolKey: 'thcs-bac-son', name, from: day('2026-09-05') })
				);
		expect(await open('6B')).toEqual({ key: 'thcs-bac-son-6b', isNew: true });
		expect(await open(' 6b')).toEqual({ key: 'thcs-bac-son-6b', isNew: false });
		expect(await open('8A')).toEqual({ key: 'thcs-bac-son-8a', isNew: false });
		const lineage = await lineageOn(read, 'thcs-bac-son-6b', day('2026-10-01'));
		expect(lineage).toEqual(expect.arrayContaining(['thcs-bac-son', 'so-gddt-hai-phong']));
	});
});
