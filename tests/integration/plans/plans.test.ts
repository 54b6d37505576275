import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import type { ImportReport } from '#lib/kernel/import-report.ts';
import { instant } from '#lib/kernel/instant.ts';
import { importPlan } from '#lib/plans/import-plan.server.ts';
import { listIndicators } from '#lib/plans/plans.reads.server.ts';
import { viewPlan } from '#lib/plans/view-plan.server.ts';
import { viewPlans } from '#lib/plans/view-plans.server.ts';
import { importUnits } from '#lib/units/import-units.server.ts';
import { asActor, runIn } from '#tests/support/contexts.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

let database: TestDatabase;
const official: Actor = {
	...{ kind: 'account', accountId: '00000000-0000-7000-8000-000000000001', personId: null },
	posts: [{ role: 'official', unitKey: 'thanh-pho-hai-phong' }]
};
const counts = { new: 0, same: 0, changed: 0, moved: 0, failed: 0 };

beforeAll(async () => {
	database = await freshDatabase();
	const text = await readFile('src/demo/data/units.json', 'utf8');
	const input = { text, fileName: 'units.json', dryRun: false };
	await runIn(database.connections, operator, WORLD_NOW, importUnits, input);
});
afterAll(() => database.close());

const demoPlan = (code: string) => readFile(`src/demo/data/plan-${code}.json`, 'utf8');

async function load(text: string, dryRun = false): Promise<ImportReport> {
	const input = { text, fileName: 'plan.json', dryRun };
	const outcome = await runIn(database.connections, operator, WORLD_NOW, importPlan, input);
	if (!outcome.ok) throw new Error(outcome.refusal.code);
	return outcome.value;
}

describe('the demo plans', () => {
	test.each([
		['thai-binh-2023-2025', 34, 8, 3],
		['tam-ky-2021-2025', 26, 8, 4],
		['vinh-bao-2024', 27, 7, 2],
		['kien-an-2024', 20, 7, 2],
		['hai-phong-dti-2022', 49, 7, 3]
	])(
		'%s has %i tasks, %i indicators and %i deadlines',
		async (code, tasks, indicators, deadlines) => {
			const total = 1 + tasks + indicators + deadlines;
			const text = await demoPlan(code);
			expect(await load(text, true)).toMatchObject({ counts: { ...counts, new: total } });
			expect(await load(text)).toMatchObject({ counts: { ...counts, new: total }, notes: [] });
			expect(await load(text)).toMatchObject({ counts: { ...counts, same: total } });
			const asking = asActor(database.connections, official, WORLD_NOW);
			const page = await asking.view(viewPlan, { code });
			if (!page.ok) throw new Error(page.refusal.code);
			const { value } = page;
			expect([value.tasks, value.indicators, value.deadlines].map((list) => list.length)).toEqual([
				tasks,
				indicators,
				deadlines
			]);
		}
	);

	test('keep every field of their indicators', async () => {
		const file: unknown = JSON.parse(await demoPlan('tam-ky-2021-2025'));
		const stored = await listIndicators(database.connections.read, 'tam-ky-2021-2025');
		expect(file).toMatchObject({ indicators: stored });
		expect(stored[0]).toMatchObject({ code: 'I7', measuresPart: expect.any(String) });
	});

	test('count what has changed, and drop what is gone', async () => {
		const text = (await demoPlan('kien-an-2024')).replace('Tối thiểu 80%', 'Ít nhất 80%');
		expect((await load(text, true)).counts).toEqual({ ...counts, same: 29, changed: 1 });
		const plan = JSON.parse(await demoPlan('kien-an-2024')) as { indicators: unknown[] };
		plan.indicators.pop();
		expect((await load(JSON.stringify(plan))).counts).toEqual({ ...counts, same: 29, changed: 1 });
		expect(await listIndicators(database.connections.read, 'kien-an-2024')).toHaveLength(6);
		expect((await load(await demoPlan('kien-an-2024'))).counts).toMatchObject({ new: 1 });
	});

	test('show when a report is due next, and that the issuer is closed', async () => {
		const asking = asActor(database.connections, official, instant('2024-12-13T17:00:00.000Z'));
		const page = await asking.view(viewPlan, { code: 'thai-binh-2023-2025' });
		if (!page.ok) throw new Error(page.refusal.code);
		expect(page.value).toMatchObject({ issuer: 'Tỉnh Thái Bình', issuerClosedOn: null });
		expect(page.value.deadlines.map(({ due }) => due)).toEqual([
			{ before: '2025-06-15', lastDay: '2025-06-14', cutoff: '2025-05-31' },
			{ before: '2024-12-15', lastDay: '2024-12-14', cutoff: '2024-11-30' },
			null
		]);
		const later = asActor(database.connections, official, WORLD_NOW);
		expect(await later.view(viewPlan, { code: 'thai-binh-2023-2025' })).toMatchObject({
			value: {
				issuerClosedOn: '2025-07-01',
				deadlines: [{ due: null }, { due: null }, { due: null }]
			}
		});
	});

	test('are listed with their issuers, for everyone', async () => {
		const view = (actor: Actor) =>
			asActor(database.connections, actor, WORLD_NOW).view(viewPlans, {});
		const page = await view(anonymous);
		if (!page.ok) throw new Error(page.refusal.code);
		expect(page.value.plans.map((plan) => [plan.code, plan.issuer, plan.tasks])).toEqual([
			['kien-an-2024', 'Quận Kiến An', 20],
			['vinh-bao-2024', 'Huyện Vĩnh Bảo', 27],
			['thai-binh-2023-2025', 'Tỉnh Thái Bình', 34],
			['hai-phong-dti-2022', 'Thành phố Hải Phòng', 49],
			['tam-ky-2021-2025', 'Thành phố Tam Kỳ', 26]
		]);
	});
});

describe('a plan file', () => {
	test('that is wrong is answered by line, and nothing of it is written', async () => {
		const text = (await demoPlan('kien-an-2024'))
			.replace('"kien-an-2024"', '"moi"')
			.replace('"quan-kien-an"', '"quan-la"')
			.replace('"direction": "range"', '"direction": "rank"');
		const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
		const report = await load(text);
		expect(report.counts).toEqual({ ...counts, failed: 2 });
		expect(report.notes.map((note) => [note.line, note.code])).toEqual([
			[lineOf('"direction": "rank"') + 1, 'target-does-not-fit'],
			[lineOf('"quan-la"'), 'unknown-unit']
		]);
		const page = await asActor(database.connections, official, WORLD_NOW).view(viewPlan, {
			code: 'moi'
		});
		expect(page).toMatchObject({ refusal: { code: 'not-found' } });
	});

	test('is taken from an administrator only', async () => {
		const input = { text: '{}', fileName: 'plan.json', dryRun: false };
		expect(await runIn(database.connections, official, WORLD_NOW, importPlan, input)).toMatchObject(
			{ refusal: { code: 'not-found' } }
		);
	});
});
