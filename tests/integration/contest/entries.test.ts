import { afterAll, beforeAll, expect, test } from 'vitest';
import { getContest, listRounds } from '#lib/contest/contests.reads.server.ts';
import { enterRostered } from '#lib/contest/enter-rostered.server.ts';
import { ensureEntry } from '#lib/contest/ensure-entry.offer.server.ts';
import { findEntry, listEntries } from '#lib/contest/entries.reads.server.ts';
import { freezeForm } from '#lib/contest/freeze-form.offer.server.ts';
import { freezeOpenedForms } from '#lib/contest/freeze-opened-forms.server.ts';
import { freezeRules } from '#lib/contest/freeze-rules.offer.server.ts';
import { openContestPage } from '#lib/contest/open-contest-page.server.ts';
import { anonymous, operator } from '#lib/identity/actor.ts';
import { addMs } from '#lib/kernel/instant.ts';
import { importRoster } from '#lib/people/import-roster.server.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { runIn } from '#tests/support/contexts.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import {
	codeOf,
	importText,
	IMPORTED_AT,
	loadDemo,
	loadRoster,
	OPENS_AT,
	personOf,
	pupil,
	ROSTERED_AT,
	valueOf,
	W1,
	w1
} from './world.ts';

let database: TestDatabase;
const LATER = addMs(OPENS_AT, 3_600_000);

/** An adult of two branches, and one in none of the contest's units. */
const EXTRA = [
	'STT,Họ và tên,Năm sinh,Lớp,Mã học sinh,Đơn vị,Đối tượng',
	'1,Nguyễn Văn Hai,2000,,HAI,Chi đoàn Tổ dân phố Lãm Hà,Đoàn viên',
	'2,Nguyễn Văn Ngoài,2000,,NGOAI,Đoàn Trường Đại học Duyên Hải,Đoàn viên'
].join('\n');

beforeAll(async () => {
	database = await freshDatabase();
	await loadDemo(database.connections);
	valueOf(await importText(database.connections, JSON.stringify(w1())));
	await loadRoster(database.connections);
	await roster(EXTRA);
	const person = await personOf(database.connections, 'HAI');
	await database.connections.write
		.insertInto('membership')
		.values({
			id: '00000000-0000-7000-8000-00000000aaaa',
			personId: person,
			unitKey: 'chi-doan-thon-tan-lien',
			audiences: ['doan_vien'],
			validFrom: w1()['headcountAsOf'] as never,
			validTo: null,
			rosterId: null
		})
		.execute();
});
afterAll(() => database.close());

async function roster(text: string) {
	const input = { text, fileName: 'them.csv', unitKey: 'viet-nam', dryRun: false };
	valueOf(await runIn(database.connections, operator, ROSTERED_AT, importRoster, input));
}

function inTx<T>(work: (tx: WriteDb) => Promise<T>): Promise<T> {
	return database.connections.write.transaction().execute(work);
}

async function outboxOf(personId: string): Promise<number> {
	const rows = await database.connections.read
		.selectFrom('outbox')
		.select('id')
		.where('personId', '=', personId)
		.where('kind', '=', 'entry')
		.execute();
	return rows.length;
}

async function enter(code: string, chosenUnitKey?: string) {
	const contest = await getContest(database.connections.read, W1);
	const personId = await personOf(database.connections, code);
	return inTx((tx) => ensureEntry(tx, { contest, personId, at: LATER, chosenUnitKey }));
}

test('nobody out of scope enters, by the start or by the page', async () => {
	expect(codeOf(await enter('NGOAI'))).toBe('not-in-scope');
	const person = await personOf(database.connections, 'NGOAI');
	const opened = await runIn(database.connections, pupil(person), LATER, openContestPage, {
		code: W1
	});
	expect(valueOf(opened)).toEqual({ entered: false });
	expect(await findEntry(database.connections.read, W1, person)).toBeUndefined();
});

test('a person of two units is registered by the page, and chooses the unit once at the start', async () => {
	const person = await personOf(database.connections, 'HAI');
	const opened = await runIn(database.connections, pupil(person), LATER, openContestPage, {
		code: W1
	});
	expect(valueOf(opened)).toEqual({ entered: true });
	const waiting = await findEntry(database.connections.read, W1, person);
	expect(waiting).toMatchObject({ unitKey: null, groupId: null, registeredAt: IMPORTED_AT });
	expect(codeOf(await enter('HAI'))).toBe('choose-unit');
	expect(codeOf(await enter('HAI', 'doan-truong-thpt-le-loi'))).toBe('unit-not-yours');
	const chosen = valueOf(await enter('HAI', 'chi-doan-thon-tan-lien'));
	expect(chosen).toEqual({ ...waiting, unitKey: 'chi-doan-thon-tan-lien', groupId: 'dia-ban' });
	expect(valueOf(await enter('HAI', 'chi-doan-tdp-lam-ha'))).toEqual(chosen);
	expect(await outboxOf(person)).toBe(4); // registered and placed, for two consumers
});

test('everybody in scope on a confirmed roster is entered by the job, once', async () => {
	const run = (at = LATER) => runIn(database.connections, operator, at, enterRostered, {});
	expect(valueOf(await run(addMs(ROSTERED_AT, -1))).entered).toBe(0);
	const entered = valueOf(await run()).entered;
	const entries = await listEntries(database.connections.read, W1);
	expect(entries).toHaveLength(entered + 1);
	expect(entered).toBeGreaterThan(100);
	expect(new Set(entries.map((entry) => entry.groupId))).toEqual(
		new Set(['truong-hoc', 'dia-ban'])
	);
	expect(new Set(entries.map((entry) => entry.registeredAt))).toEqual(new Set([IMPORTED_AT]));
	for (const entry of entries) expect(entry.publicId).toMatch(/^[0-9a-f]{32}$/);
	expect(valueOf(await run())).toEqual({ entered: 0 });
	const one = entries[0]?.personId ?? '';
	expect(await outboxOf(one)).toBe(2);
});

test('jobs are for the machine alone', async () => {
	expect(codeOf(await runIn(database.connections, anonymous, LATER, enterRostered, {}))).toBe(
		'not-found'
	);
	expect(codeOf(await runIn(database.connections, anonymous, LATER, freezeOpenedForms, {}))).toBe(
		'not-found'
	);
	const unknown = { contestCode: 'khong-co' };
	expect(codeOf(await runIn(database.connections, operator, LATER, enterRostered, unknown))).toBe(
		'not-found'
	);
});

test('ten first openings at once make one entry', async () => {
	valueOf(await importText(database.connections, JSON.stringify({ ...w1(), code: 'cung-luc' })));
	const contest = await getContest(database.connections.read, 'cung-luc');
	const entry = (await listEntries(database.connections.read, W1))[0];
	const personId = entry?.personId ?? '';
	const made = await Promise.all(
		Array.from({ length: 10 }, () =>
			inTx((tx) => ensureEntry(tx, { contest, personId, at: LATER }))
		)
	);
	const [first, ...others] = made.map((outcome) => valueOf(outcome));
	for (const other of others) expect(other).toEqual(first);
	expect(await listEntries(database.connections.read, 'cung-luc')).toHaveLength(1);
});

test('units of entries are found anew when the scope changes before the first attempt, and stand after it', async () => {
	const file = { ...w1(), code: 'doi-bang' };
	valueOf(await importText(database.connections, JSON.stringify(file)));
	const enterAll = () =>
		runIn(database.connections, operator, LATER, enterRostered, { contestCode: 'doi-bang' });
	valueOf(await enterAll());
	const before = await listEntries(database.connections.read, 'doi-bang');
	const regrouped = { ...file, groups: file.groups.map((g) => ({ ...g, id: `${g.id}-moi` })) };
	regrouped.rules = { ...file.rules, prizes: [] };
	valueOf(await importText(database.connections, JSON.stringify(regrouped)));
	valueOf(await enterAll());
	const after = await listEntries(database.connections.read, 'doi-bang');
	const renamed = (id: string | null) => (id === null ? null : `${id}-moi`);
	expect(after).toEqual(before.map((entry) => ({ ...entry, groupId: renamed(entry.groupId) })));
	await inTx((tx) => freezeRules(tx, { contestCode: 'doi-bang', at: LATER }));
	const move = inTx((tx) =>
		tx.updateTable('entry').set({ groupId: 'x' }).where('contestCode', '=', 'doi-bang').execute()
	);
	await expect(move).rejects.toThrow('an entry stands');
});

test('a form is frozen once, from its opening on, also by ten starts at once', async () => {
	const [round] = await listRounds(database.connections.read, W1);
	const roundId = round?.id ?? '';
	const freeze = (at = OPENS_AT) => inTx((tx) => freezeForm(tx, { roundId, at }));
	expect(codeOf(await freeze(addMs(OPENS_AT, -1)))).toBe('round-not-open');
	const forms = await Promise.all(Array.from({ length: 10 }, () => freeze()));
	const [form, ...others] = forms.map((outcome) => valueOf(outcome));
	for (const other of others) expect(other).toEqual(form);
	expect(form?.cells).toHaveLength(10);
	for (const cell of form?.cells ?? [])
		expect(cell.itemVersionIds.length).toBeGreaterThanOrEqual(cell.count);
	expect(codeOf(await inTx((tx) => freezeForm(tx, { roundId: 'khong-co', at: OPENS_AT })))).toBe(
		'not-found'
	);
});

test('the job freezes the forms of open rounds only, and leaves one that cannot be filled', async () => {
	const many = [{ topic: 'CDS.0', count: 400, marks: 1 }];
	const file = { ...w1(), code: 'thieu-cau', blueprint: many };
	valueOf(await importText(database.connections, JSON.stringify(file)));
	const run = () => runIn(database.connections, operator, LATER, freezeOpenedForms, {});
	expect(valueOf(await run()).frozen).toBeGreaterThan(0);
	expect(valueOf(await run()).frozen).toBe(0);
	const [round, next] = await listRounds(database.connections.read, 'thieu-cau');
	const freeze = (id: string) => inTx((tx) => freezeForm(tx, { roundId: id, at: LATER }));
	expect(codeOf(await freeze(round?.id ?? ''))).toBe('form-unfillable');
	expect(codeOf(await freeze(next?.id ?? ''))).toBe('round-not-open');
});
