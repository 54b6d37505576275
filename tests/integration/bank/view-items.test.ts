import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importItems } from '#lib/bank/import-items.server.ts';
import { readItemFilter } from '#lib/bank/item-filter.ts';
import { reviewReasons } from '#lib/bank/review-need.ts';
import { viewItem } from '#lib/bank/view-item.server.ts';
import { ITEMS_A_PAGE, viewItems, type ItemList } from '#lib/bank/view-items.server.ts';
import type { ItemsFile } from '#lib/bank/items-file.ts';
import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import { dayOf, instant } from '#lib/kernel/instant.ts';
import { folded } from '#lib/kernel/text.ts';
import { asActor } from '#tests/support/contexts.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';

const demoText = readFileSync(
	new URL('../../../src/demo/data/items.json', import.meta.url),
	'utf8'
);
const demo: ItemsFile = JSON.parse(demoText);
const at = instant('2026-10-05T08:00:00+07:00');
const sources = new Map(demo.sources.map((source) => [source.id, source]));
const dueOn = (item: ItemsFile['items'][number]) =>
	reviewReasons(item, sources, dayOf(at)).length > 0;

/** Everything of an item but what a pupil does not read. */
const readableWords = ({ explanation, sources, ...rest }: ItemsFile['items'][number]) =>
	folded(JSON.stringify({ ...rest, explanation: explanation && '', sources: sources.length }));

const holding = (role: 'organiser' | 'school-head'): Actor => ({
	kind: 'account',
	accountId: '00000000-0000-7000-8000-000000000001',
	personId: null,
	posts: [{ role, unitKey: 'thanh-doan-hai-phong' }]
});

let database: TestDatabase;
const ask = (actor: Actor) => asActor(database.connections, actor, at);
const list = async (query: string): Promise<ItemList> => {
	const filter = readItemFilter(new URLSearchParams(query));
	const outcome = await ask(holding('organiser')).view(viewItems, filter);
	if (!outcome.ok || outcome.value === null) throw new Error('no list');
	return outcome.value;
};

beforeAll(async () => {
	database = await freshDatabase();
});
afterAll(() => database.close());

test('before any bank there is nothing to list, and a bank nobody made is not found', async () => {
	const first = await ask(holding('organiser')).view(
		viewItems,
		readItemFilter(new URLSearchParams())
	);
	expect(first).toEqual({ ok: true, value: null });
	const named = readItemFilter(new URLSearchParams('ngan-hang=XYZ'));
	expect(await ask(holding('organiser')).view(viewItems, named)).toMatchObject({
		refusal: { code: 'not-found' }
	});
	const input = { bankCode: 'CDS', text: demoText, fileName: 'items.json', dryRun: false };
	expect((await ask(operator).run(importItems, input)).ok).toBe(true);
});

test('the list tells what the bank holds, what is usable and what needs a review today', async () => {
	const { totals, topics, stale } = await list('');
	expect(totals).toEqual({ all: 243, usable: 180, review: 63 });
	expect(topics.reduce((sum, topic) => sum + topic.count, 0)).toBe(243);
	const law = stale.find(({ source }) => source.id === 'luat-attt-2015');
	expect(law?.count).toBe(
		demo.items.filter((item) => item.sources.some(({ id }) => id === 'luat-attt-2015')).length
	);
});

test('walking forward shows every item once, and back again the same pages', async () => {
	const seen: string[] = [];
	const starts: number[] = [];
	for (let after: number | null = 0; after !== null;) {
		starts.push(after);
		const page: ItemList = await list(`sau=${after}`);
		expect(page.items.length).toBeLessThanOrEqual(ITEMS_A_PAGE);
		seen.push(...page.items.map((item) => item.id));
		after = page.next;
	}
	expect(seen).toEqual(demo.items.map((item) => item.id));
	for (const [index, start] of starts.entries())
		expect((await list(`sau=${start}`)).previous).toBe(index === 0 ? null : starts[index - 1]);
});

test.each<[string, (item: ItemsFile['items'][number]) => boolean]>([
	['chu-de=CDS.DD', (item) => item.topic === 'CDS.DD'],
	['chu-de=CDS.DD&chu-de=CDS.A', (item) => ['CDS.DD', 'CDS.A'].includes(item.topic)],
	['muc-do=van_dung', (item) => item.level === 'van_dung'],
	['loai=ordering', (item) => item.type === 'ordering'],
	['tinh-trang=draft', (item) => item.status === 'draft'],
	['doi-tuong=hs_6_9', (item) => (item.audiences ?? []).includes('hs_6_9')],
	['hieu-luc=review', dueOn],
	['hieu-luc=valid', (item) => !dueOn(item)],
	['tim=lua dao', (item) => readableWords(item).includes('lua dao')],
	['tim=LỪA  ĐẢO', (item) => readableWords(item).includes('lua dao')],
	['tim=CDS-001', (item) => item.id === 'cds-001'],
	['tim=100%25', (item) => readableWords(item).includes('100%')],
	['loai=essay&sau=-3&hieu-luc=x&ngay=2026-02-31', () => true]
])('the address ?%s finds exactly what it says', async (query, belongs) => {
	const { matching, items } = await list(query);
	const expected = demo.items.filter(belongs).map((item) => item.id);
	expect(matching).toBe(expected.length);
	expect(items.map((item) => item.id)).toEqual(expected.slice(0, ITEMS_A_PAGE));
});

test('an item shows its preview without the key, its sources, and why it needs a review', async () => {
	const lapsed = demo.items.find((item) => item.sources.some(({ id }) => id === 'luat-attt-2015'));
	const view = { itemId: lapsed?.id ?? '', bankCode: null };
	const sheet = await ask(holding('organiser')).view(viewItem, view);
	if (!sheet.ok) throw new Error(sheet.refusal.code);
	expect(sheet.value.reasons).toContainEqual({
		kind: 'source-lapsed',
		sourceId: 'luat-attt-2015',
		to: sources.get('luat-attt-2015')?.validTo
	});
	expect(Object.keys(sheet.value.shown).toSorted()).toEqual(['options', 'stem', 'type']);
	expect(sheet.value.versions.map(({ version }) => version)).toEqual([1]);
	expect(sheet.value.enemies.map(({ id }) => id)).toEqual(lapsed?.enemies);
});

test('an unknown item is not found; without the ability nothing is, and nobody sees it unsigned', async () => {
	const known = { itemId: 'cds-001', bankCode: 'CDS' };
	const code = async (actor: Actor, input: typeof known) => {
		const outcome = await ask(actor).view(viewItem, input);
		return outcome.ok ? 'ok' : outcome.refusal.code;
	};
	expect(await code(holding('organiser'), known)).toBe('ok');
	expect(await code(holding('organiser'), { ...known, itemId: 'khong-co' })).toBe('not-found');
	expect(await code(holding('organiser'), { ...known, bankCode: 'KHAC' })).toBe('not-found');
	expect(await code(holding('school-head'), known)).toBe('not-found');
	expect(await code(anonymous, known)).toBe('sign-in-needed');
	const filter = readItemFilter(new URLSearchParams());
	expect(await ask(anonymous).view(viewItems, filter)).toMatchObject({
		refusal: { code: 'sign-in-needed' }
	});
});
