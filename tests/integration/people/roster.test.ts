import { afterAll, expect, test } from 'vitest';
import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import { day, instant } from '#lib/kernel/instant.ts';
import { consentStanding } from '#lib/people/consents.reads.server.ts';
import { importRoster } from '#lib/people/import-roster.server.ts';
import { listMembershipsOn, listPeopleInScope } from '#lib/people/people.reads.server.ts';
import { asActor } from '#tests/support/contexts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';
import { aList, DEMO_ROSTER, loadRoster, loadUnits, personIdOf } from './roster-world.ts';

const database = await freshDatabase();
const { connections } = database;
await loadUnits(connections);
afterAll(() => database.close());

const TODAY = day('2026-11-05');
const none = { new: 0, same: 0, changed: 0, moved: 0, failed: 0 };

async function countPeople(): Promise<number> {
	const row = await connections.read
		.selectFrom('person')
		.select((e) => e.fn.countAll<number>().as('n'))
		.executeTakeFirstOrThrow();
	return row.n;
}

const placesOf = async (code: string, on = TODAY) =>
	(await listMembershipsOn(connections.read, [await personIdOf(connections, code)], on)).map(
		({ unitKey, audiences }) => [unitKey, ...audiences]
	);

test('a dry run of the demo roster says 497 new and writes nothing', async () => {
	const report = await loadRoster(connections, DEMO_ROSTER, { dryRun: true });
	expect(report).toMatchObject({ format: 'roster', notes: [], counts: { ...none, new: 497 } });
	expect(report.rows).toHaveLength(497);
	expect(await countPeople()).toBe(0);
});

test('the demo roster loads whole, and again changes nothing', async () => {
	expect((await loadRoster(connections, DEMO_ROSTER)).counts).toEqual({ ...none, new: 497 });
	expect((await loadRoster(connections, DEMO_ROSTER)).counts).toEqual({ ...none, same: 497 });
	expect(await countPeople()).toBe(497);
	const rosters = await connections.read.selectFrom('roster').selectAll().execute();
	expect(rosters.map((row) => [row.unitKey, row.people, row.validFrom])).toEqual([
		['viet-nam', 497, '2024-09-05'],
		['viet-nam', 497, '2024-09-05']
	]);
});

test('people are in their class or chi đoàn, from its first day where it opened later', async () => {
	const scope = (unitKeys: string[], on = TODAY) =>
		listPeopleInScope(connections.read, { unitKeys, audiences: null, day: on });
	expect(await scope(['thcs-bac-son-8a'])).toHaveLength(31);
	expect(await scope(['chi-doan-cong-an-xa-vinh-bao'])).toHaveLength(11);
	expect(await scope(['chi-doan-cong-an-xa-vinh-bao'], day('2025-06-30'))).toHaveLength(0);
	expect(await scope(['chi-doan-cong-an-xa-vinh-bao'], day('2025-07-01'))).toHaveLength(11);
	const first = (await scope(['thcs-tran-phu-8a1'])).map((one) => one.audiences);
	expect(first).toHaveLength(38);
	expect(new Set(first.flat())).toEqual(new Set(['hs_6_9']));
	const members = await listPeopleInScope(connections.read, {
		unitKeys: ['thcs-truong-xuan', 'thcs-truong-xuan-8a'],
		audiences: ['cbccvc'],
		day: TODAY
	});
	expect(new Set(members.map((one) => one.unitKey))).toEqual(new Set(['thcs-truong-xuan']));
});

test('"Có" is the guardian’s consent to take part, on paper; the child’s own is still missing', async () => {
	const id = await personIdOf(connections, 'HS240007');
	const standing = await consentStanding(connections.read, id, WORLD_NOW);
	expect(standing.guardianNeeded).toBe(true);
	expect(standing.purposes.take_part.missing).toEqual(['own']);
	expect(standing.purposes.publish.missing).toEqual(['own', 'guardian']);
	const row = await connections.read
		.selectFrom('consent')
		.selectAll()
		.where('personId', '=', id)
		.executeTakeFirstOrThrow();
	expect(row).toMatchObject({
		purpose: 'take_part',
		givenBy: 'guardian',
		channel: 'paper',
		textVersion: '2026-11'
	});
	expect(row.textHash).toHaveLength(32);
});

test('a pupil who goes up a class has moved, and the old membership ends that day', async () => {
	const list = aList('Nguyễn Quỳnh Anh,2011,9A1,HS240007,Trường THCS Trần Phú,Học sinh,,');
	const from = day('2025-09-05');
	expect((await loadRoster(connections, list, { from })).counts).toEqual({ ...none, moved: 1 });
	expect(await placesOf('HS240007', day('2025-09-04'))).toEqual([['thcs-tran-phu-8a1', 'hs_6_9']]);
	expect(await placesOf('HS240007', from)).toEqual([['thcs-tran-phu-9a1', 'hs_6_9']]);
});

test('a name that was mended, and a guardian who says no, are changes', async () => {
	const renamed = aList('Lê Thị Ngọc Ảnh,2011,8A1,HS240014,Trường THCS Trần Phú,Học sinh,,');
	expect((await loadRoster(connections, renamed)).counts).toEqual({ ...none, changed: 1 });
	const refused = aList('Lê Thị Ngọc Ảnh,2011,8A1,HS240014,Trường THCS Trần Phú,Học sinh,Không,');
	expect((await loadRoster(connections, refused)).counts).toEqual({ ...none, changed: 1 });
	const id = await personIdOf(connections, 'HS240014');
	const standing = await consentStanding(connections.read, id, WORLD_NOW);
	expect(standing.purposes.take_part.missing).toEqual(['own', 'guardian']);
});

test('a class the school does not have yet is opened; in a chi đoàn it is an error', async () => {
	const list = aList('Vũ Hà An,2012,6B,MOI1,Trường THCS Bắc Sơn,Học sinh,,');
	expect((await loadRoster(connections, list, { dryRun: true })).counts.new).toBe(1);
	expect((await loadRoster(connections, list)).counts).toEqual({ ...none, new: 1 });
	expect(await placesOf('MOI1')).toEqual([['thcs-bac-son-6b', 'hs_6_9']]);
	const wrong = aList('Vũ Hà An,2012,6B,MOI2,Chi đoàn thôn Trung Am,Đoàn viên,,');
	expect(await loadRoster(connections, wrong)).toMatchObject({
		counts: { ...none, failed: 1 },
		notes: [{ level: 'error', line: 2, code: 'roster-class-unknown' }]
	});
});

test('one wrong row, and the whole list writes nothing', async () => {
	const people = await countPeople();
	const list = aList(
		'Bùi Văn Ba,2012,8A,BA1,Trường THCS Bắc Sơn,Học sinh,,',
		'Bùi Văn Tư,2012,8A,TU1,Trường THCS Không Có,Học sinh,,'
	);
	const report = await loadRoster(connections, list);
	expect(report.counts).toEqual({ ...none, failed: 1 });
	expect(report.notes).toMatchObject([{ line: 3, code: 'roster-unit-unknown' }]);
	expect(await countPeople()).toBe(people);
});

test('consent to publish is the guardian’s for a child and the person’s own once certainly 16', async () => {
	const list = aList(
		'Trẻ Em,2013,8A,TRE,Trường THCS Bắc Sơn,Học sinh,Có,Có',
		'Người Lớn,1990,,LON,Trường THCS Bắc Sơn,CBCCVC,,Có'
	);
	await loadRoster(connections, list);
	const missing = async (code: string) => {
		const id = await personIdOf(connections, code);
		return (await consentStanding(connections.read, id, WORLD_NOW)).purposes.publish.missing;
	};
	expect(await missing('TRE')).toEqual(['own']);
	expect(await missing('LON')).toEqual([]);
});

test('two lists at once with the same people leave each of them once', async () => {
	const list = aList('Hai Lần,2012,8A,HAILAN,Trường THCS Bắc Sơn,Học sinh,Có,');
	const reports = await Promise.all([1, 2, 3].map(() => loadRoster(connections, list)));
	expect(reports.map((report) => report.counts.new).sort()).toEqual([0, 0, 1]);
	expect(await placesOf('HAILAN')).toHaveLength(1);
});

test('memberships begin with the school year of the clock where no day is said', async () => {
	const list = aList('Năm Học,2012,8A,NAMHOC,Trường THCS Bắc Sơn,Học sinh,,');
	const asked = { text: list, fileName: 'roster.csv', unitKey: 'thcs-bac-son', dryRun: false };
	const at = instant('2026-11-05T02:00:00.000Z');
	expect(await asActor(connections, operator, at).run(importRoster, asked)).toMatchObject({
		ok: true,
		value: { counts: { new: 1 } }
	});
	expect(await placesOf('NAMHOC', day('2026-09-04'))).toEqual([]);
	expect(await placesOf('NAMHOC', day('2026-09-05'))).toHaveLength(1);
});

test('XLSX and OneRoster are refused by name', async () => {
	const ask = (fileName: string, text = 'x') =>
		asActor(connections, operator, WORLD_NOW).run(importRoster, {
			...{ text, fileName, unitKey: 'viet-nam', dryRun: true }
		});
	for (const [name, format] of [
		['ds.xlsx', 'XLSX'],
		['ds.zip', 'OneRoster']
	] as const)
		expect(await ask(name)).toMatchObject({
			refusal: { code: 'format-later', status: 422, facts: { format } }
		});
	expect(await ask('ds.csv', 'PK\u0003\u0004…')).toMatchObject({
		refusal: { code: 'format-later' }
	});
});

test('only who answers for the unit may load its list', async () => {
	const ask = (actor: Actor, unitKey: string) =>
		asActor(connections, actor, WORLD_NOW).run(importRoster, {
			...{ text: aList('A,2012,8A,QUYEN,,Học sinh,,'), fileName: 'r.csv', unitKey, dryRun: true }
		});
	const head: Actor = {
		kind: 'account',
		accountId: '00000000-0000-7000-8000-000000000001',
		personId: null,
		posts: [{ role: 'school-head', unitKey: 'thcs-bac-son' }]
	};
	expect(await ask(head, 'thcs-bac-son')).toMatchObject({ ok: true });
	for (const [actor, key] of [
		[head, 'thcs-tran-phu'],
		[head, 'viet-nam'],
		[head, 'khong-co'],
		[anonymous, 'thcs-bac-son']
	] as const)
		expect(await ask(actor, key)).toMatchObject({ refusal: { code: 'not-found' } });
});
