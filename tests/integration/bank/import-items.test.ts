import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawableTypes } from '#lib/bank/item.ts';
import { findItemsFile } from '#lib/bank/banks.reads.server.ts';
import { importItems } from '#lib/bank/import-items.server.ts';
import {
	findCurrentVersion,
	listCurrentVersions,
	listDrawableVersions,
	listItemVersions
} from '#lib/bank/items.reads.server.ts';
import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import { day, instant } from '#lib/kernel/instant.ts';
import { asActor } from '#tests/support/contexts.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';

const demoText = readFileSync(
	new URL('../../../src/demo/data/items.json', import.meta.url),
	'utf8'
);
const demo = JSON.parse(demoText);
const at = instant('2026-10-01T08:00:00+07:00');
const head: Actor = {
	kind: 'account',
	accountId: '00000000-0000-7000-8000-000000000001',
	personId: null,
	posts: [{ role: 'school-head', unitKey: 'truong-1' }]
};

/** The demo bank cut to a few items that are no enemies of others. */
function aFile(change: (file: typeof demo) => void = () => undefined): string {
	const file = structuredClone(demo);
	file.items = file.items.slice(0, 5).map((item: object) => ({ ...item, enemies: [] }));
	change(file);
	return JSON.stringify(file, null, 1);
}

let database: TestDatabase;
beforeAll(async () => {
	database = await freshDatabase();
});
afterAll(() => database.close());

const importing = (input: {
	bankCode: string;
	text: string;
	fileName?: string;
	dryRun?: boolean;
}) =>
	asActor(database.connections, operator, at).run(importItems, {
		fileName: 'items.json',
		dryRun: false,
		...input
	});
const stored = (bank: string) => findItemsFile(database.connections.read, bank);

describe('the demo bank', () => {
	beforeAll(async () => {
		const outcome = await importing({ bankCode: 'CDS', text: demoText });
		expect(outcome).toMatchObject({ ok: true, value: { counts: { new: 243 }, notes: [] } });
	});

	test('reads back as the very object that was imported', async () => {
		expect(await stored('CDS')).toEqual(demo);
	});

	test('imported again is the same and makes no version', async () => {
		const again = await importing({ bankCode: 'CDS', text: JSON.stringify(demo) });
		expect(again).toMatchObject({ value: { counts: { new: 0, same: 243, changed: 0 } } });
		const versions = await listCurrentVersions(database.connections.read, 'CDS');
		expect(versions.every((version) => version.version === 1)).toBe(true);
	});

	test('gives for drawing what is approved, valid on the day, for the audience and of a drawn type', async () => {
		const on = day('2026-11-21');
		const drawn = await listDrawableVersions(database.connections.read, {
			bankCode: 'CDS',
			on,
			audiences: ['hs_6_9'],
			types: drawableTypes
		});
		const expected = demo.items.filter(
			(item: { type: string; audiences: string[]; validFrom: string; validTo: string | null }) =>
				['single', 'trueFalseGroup'].includes(item.type) &&
				item.audiences.includes('hs_6_9') &&
				item.validFrom <= on &&
				(item.validTo === null || on < item.validTo)
		);
		expect(drawn.map((version) => version.item)).toEqual(expected);
		expect(drawn.length).toBeGreaterThan(50);
	});

	test('gives versions in the order of the ids asked for', async () => {
		const [first, second] = await listCurrentVersions(database.connections.read, 'CDS');
		const ids = [second?.id ?? '', first?.id ?? ''];
		expect(await listItemVersions(database.connections.read, ids)).toEqual([second, first]);
		expect(await listItemVersions(database.connections.read, [])).toEqual([]);
	});
});

test('a changed question becomes a new version, the old one stays, and others are left alone', async () => {
	await importing({ bankCode: 'DOI', text: aFile() });
	const before = await findCurrentVersion(database.connections.read, 'DOI', 'cds-001');
	const changed = await importing({
		bankCode: 'DOI',
		text: aFile((file) => {
			file.items[0].stem = 'Ngày nào hằng năm là Ngày Chuyển đổi số quốc gia?';
			file.items.push({ ...file.items[1], id: 'moi-001' });
		})
	});
	expect(changed).toMatchObject({ value: { counts: { new: 1, same: 4, changed: 1 } } });
	const after = await findCurrentVersion(database.connections.read, 'DOI', 'cds-001');
	expect(after).toMatchObject({
		version: 2,
		item: { stem: 'Ngày nào hằng năm là Ngày Chuyển đổi số quốc gia?' }
	});
	expect(await listItemVersions(database.connections.read, [before?.id ?? ''])).toEqual([before]);
	expect((await stored('DOI'))?.items.map((item) => item.id).at(-1)).toBe('moi-001');
});

test('a version, once written, cannot be changed', async () => {
	await importing({ bankCode: 'CUNG', text: aFile() });
	await expect(
		database.connections.write
			.updateTable('itemVersion')
			.set({ status: 'retired' })
			.where('bankCode', '=', 'CUNG')
			.execute()
	).rejects.toThrow(/append-only/);
});

test('a dry run says the same and writes nothing, not even the bank', async () => {
	const outcome = await importing({ bankCode: 'KHO', text: aFile(), dryRun: true });
	expect(outcome).toMatchObject({ value: { counts: { new: 5 } } });
	expect(await stored('KHO')).toBeUndefined();
});

test('a file with one bad record writes nothing and counts the record', async () => {
	const text = aFile((file) => {
		file.items[3].key = 'z';
		file.items[4].topic = 'CDS.Z';
	});
	expect(await importing({ bankCode: 'HONG', text })).toMatchObject({
		ok: true,
		value: {
			counts: { new: 0, failed: 2 },
			notes: [
				{ code: 'unknown-topic', facts: { field: 'items/4/topic' } },
				{ code: 'key-not-an-option', facts: { field: 'items/3/key' } }
			]
		}
	});
	expect(await stored('HONG')).toBeUndefined();
});

test('another layout is refused by its name and writes nothing', async () => {
	const outcome = await importing({ bankCode: 'GIFT', text: '{}', fileName: 'bank.gift' });
	expect(outcome).toMatchObject({
		value: { counts: { failed: 1 }, notes: [{ code: 'format-later', facts: { layout: 'gift' } }] }
	});
	expect(await stored('GIFT')).toBeUndefined();
});

test('the bank asked for wins over the code in the file, with a warning', async () => {
	expect(await importing({ bankCode: 'KHAC', text: aFile() })).toMatchObject({
		value: {
			notes: [{ level: 'warning', code: 'other-bank', facts: { code: 'CDS', bank: 'KHAC' } }]
		}
	});
	expect((await stored('KHAC'))?.bank.code).toBe('KHAC');
});

test('an enemy already in the bank may be named without being in the file', async () => {
	await importing({ bankCode: 'THU', text: aFile() });
	const text = aFile((file) => {
		file.items = [{ ...file.items[0], id: 'moi-002', enemies: ['cds-001'] }];
	});
	expect(await importing({ bankCode: 'THU', text })).toMatchObject({
		value: { counts: { new: 1 } }
	});
});

test('two imports at once make each question once', async () => {
	const both = await Promise.all([
		importing({ bankCode: 'SONG', text: aFile() }),
		importing({ bankCode: 'SONG', text: aFile() })
	]);
	const made = both.map((outcome) => (outcome.ok ? outcome.value.counts.new : -1));
	expect(made.toSorted()).toEqual([0, 5]);
});

test('whoever may not import is told to sign in, or that there is nothing', async () => {
	const input = { bankCode: 'CDS', text: aFile(), fileName: 'items.json', dryRun: false };
	expect(await asActor(database.connections, anonymous, at).run(importItems, input)).toMatchObject({
		refusal: { code: 'sign-in-needed', status: 401 }
	});
	expect(await asActor(database.connections, head, at).run(importItems, input)).toMatchObject({
		refusal: { code: 'not-found', status: 404 }
	});
});
