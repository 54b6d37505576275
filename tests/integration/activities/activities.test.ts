import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	findActivity,
	listActivitiesOfUnits,
	listConfirmedActivities
} from '#lib/activities/activities.reads.server.ts';
import { confirmActivity } from '#lib/activities/confirm-activity.server.ts';
import { importActivities } from '#lib/activities/import-activities.server.ts';
import { importSessions } from '#lib/activities/import-sessions.server.ts';
import { recordActivity } from '#lib/activities/record-activity.server.ts';
import { recordActivitySchema } from '#lib/activities/record-activity.schema.ts';
import { viewActivities } from '#lib/activities/view-activities.server.ts';
import { viewActivity } from '#lib/activities/view-activity.server.ts';
import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import type { Role } from '#lib/identity/roles.ts';
import { day, instant } from '#lib/kernel/instant.ts';
import { importPlan } from '#lib/plans/import-plan.server.ts';
import { importUnits } from '#lib/units/import-units.server.ts';
import { asActor, runIn } from '#tests/support/contexts.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

let database: TestDatabase;
const counts = { new: 0, same: 0, changed: 0, moved: 0, failed: 0 };
const HEAD = '00000000-0000-7000-8000-000000000001';
const demo = (name: string) => readFile(`src/demo/data/${name}`, 'utf8');

beforeAll(async () => {
	database = await freshDatabase();
	const { connections } = database;
	const load = async (useCase: typeof importUnits | typeof importPlan, fileName: string) =>
		runIn(connections, operator, WORLD_NOW, useCase, {
			...{ text: await demo(fileName), fileName, dryRun: false }
		});
	await load(importUnits, 'units.json');
	await load(importPlan, 'plan-kien-an-2024.json');
	const made = { createdAt: WORLD_NOW };
	await connections.write
		.insertInto('account')
		.values({ id: HEAD, holder: 'staff', username: 'hieu-truong', ...made })
		.execute();
	await connections.write
		.insertInto('bank')
		.values({ code: 'CDS', title: 'Chuyển đổi số', language: 'vi', ...made })
		.execute();
	const contest = { title: 'Cuộc thi', organiserKey: 'thanh-pho-hai-phong', bankCode: 'CDS' };
	const rest = { headcountAsOf: day('2024-10-15'), definition: '{}', importedAt: WORLD_NOW };
	for (const code of ['w1-doan-vien-cds-2026', 'w2-thcs-cds-2024'])
		await connections.write
			.insertInto('contest')
			.values({ code, ...contest, ...rest })
			.execute();
});
afterAll(() => database.close());

function holding(role: Role, unitKey: string): Actor {
	return { kind: 'account', accountId: HEAD, personId: null, posts: [{ role, unitKey }] };
}
const head = holding('school-head', 'thcs-dong-hoa');

async function load(useCase: typeof importActivities, text: string, dryRun = false) {
	const input = { text, fileName: 'activities.csv', dryRun };
	const outcome = await runIn(database.connections, operator, WORLD_NOW, useCase, input);
	if (!outcome.ok) throw new Error(outcome.refusal.code);
	return outcome.value;
}

describe('the demo activities', () => {
	test('are only counted by a dry run, load whole, and are the same again', async () => {
		const text = await demo('activities.csv');
		expect(await load(importActivities, text, true)).toMatchObject({
			counts: { new: 79 },
			notes: []
		});
		expect(await load(importActivities, text)).toMatchObject({ counts: { ...counts, new: 79 } });
		expect(await load(importActivities, text)).toMatchObject({ counts: { ...counts, same: 79 } });
	});

	test('hold the sessions of the short form row for row', async () => {
		const text = await demo('sessions.csv');
		expect(await load(importSessions, text)).toMatchObject({
			counts: { ...counts, same: 17 },
			notes: []
		});
	});

	test('count once they are confirmed in time, held inside the window', async () => {
		const { read } = database.connections;
		const window = {
			unitKeys: ['ththcs-nam-thinh'],
			from: day('2024-01-01'),
			to: day('2024-12-31')
		};
		const by = async (confirmedBy: string) =>
			(await listConfirmedActivities(read, { ...window, confirmedBy: day(confirmedBy) })).length;
		expect(await by('2025-01-02')).toBe(0);
		expect(await by('2025-01-03')).toBe(1);
		const late = { unitKeys: ['thcs-tran-duong'], from: day('2025-01-10'), to: day('2025-01-10') };
		expect(await listActivitiesOfUnits(read, late)).toHaveLength(1);
		expect(await listActivitiesOfUnits(read, { ...late, to: day('2025-01-09') })).toEqual([]);
	});

	test('that are confirmed are not rewritten by a file; drafts are', async () => {
		const text = await demo('activities.csv');
		const confirmed = text.replace('8A1;8A2;9A1,108,', '8A1;8A2;9A1,109,');
		expect(await load(importActivities, confirmed)).toMatchObject({
			counts: { ...counts, failed: 1 },
			notes: [{ line: 2, code: 'already-confirmed' }]
		});
		const draft = text.replace('8A,40,Thầy Đỗ Văn Sơn', '8A,41,Thầy Đỗ Văn Sơn');
		expect(await load(importActivities, draft)).toMatchObject({
			counts: { ...counts, same: 78, changed: 1 }
		});
	});
});

describe('an activities file', () => {
	const heading =
		'unit_key,kind,held_on,title,classes,people,led_by,evidence,confirmed_by,confirmed_on,contest_code,tag,event_level\n';
	test.each([
		['truong-x,khac,2024-10-10,T,,,,,,,,,', 'unknown-unit'],
		['quan-kien-an,khac,2025-07-01,T,,,,,,,,,', 'unit-not-open'],
		['thcs-bac-son,khac,2026-11-06,T,,,,,,,,,', 'held-in-future'],
		['thcs-bac-son,khac,2026-11-05,T,,,,,HT,2026-11-06,,,', 'confirmed-in-future'],
		['thcs-bac-son,khac,2024-10-10,T,,,,,HT,2024-10-09,,,', 'confirmed-before-held'],
		['thcs-bac-son,khac,2024-10-10,T,,,,,HT,,,,', 'half-confirmed'],
		['thcs-bac-son,khac,2024-10-10,T,,,,,,,khong-co,,', 'unknown-contest'],
		['thcs-bac-son,hoi_thao,2024-10-10,T,,,,,,,,,', 'unknown-word'],
		['thcs-bac-son,khac,2024-10-10,T,,nhiều,,,,,,,', 'bad-field'],
		[
			'thcs-bac-son,khac,2024-10-10,T,,,,,,,,,\nthcs-bac-son,khac,2024-10-10,T,,,,,,,,,',
			'doubled-activity'
		]
	])('with %s is answered by line: %s', async (line, code) => {
		const before = await listActivitiesOfUnits(database.connections.read, {
			unitKeys: ['thcs-bac-son']
		});
		const report = await load(importActivities, heading + line);
		expect(report.counts).toEqual({ ...counts, failed: 1 });
		expect(report.notes.map((note) => note.code)).toEqual([code]);
		expect(report.notes[0]?.line).toBe(1 + line.split('\n').length);
		const after = await listActivitiesOfUnits(database.connections.read, {
			unitKeys: ['thcs-bac-son']
		});
		expect(after).toEqual(before);
	});

	test('is taken from an administrator only', async () => {
		const input = { text: heading, fileName: 'activities.csv', dryRun: true };
		for (const useCase of [importActivities, importSessions])
			expect(await runIn(database.connections, head, WORLD_NOW, useCase, input)).toMatchObject({
				refusal: { code: 'not-found' }
			});
	});
});

describe('a head', () => {
	const draft = (more: Record<string, string> = {}) =>
		recordActivitySchema.parse({
			...{ unitKey: 'thcs-dong-hoa', kind: 'ngoai_khoa', heldOn: '2026-11-04' },
			...{ title: 'Ngoại khóa: Dịch vụ công', classes: '8A, 9A', people: '70', ledBy: 'Cô Lan' },
			...{ evidence: '', ...more }
		});
	const record = (actor: Actor, more?: Record<string, string>) =>
		runIn(database.connections, actor, WORLD_NOW, recordActivity, draft(more));
	const confirm = (actor: Actor, activityId: string, at = WORLD_NOW) =>
		runIn(database.connections, actor, at, confirmActivity, { activityId });

	test('records a session and confirms it, once', async () => {
		const recorded = await record(head);
		if (!recorded.ok) throw new Error(recorded.refusal.code);
		const { activityId } = recorded.value;
		expect(await record(head)).toMatchObject({
			refusal: { code: 'already-recorded', status: 409 }
		});
		expect(await findActivity(database.connections.read, activityId)).toMatchObject({
			...{ classes: ['8A', '9A'], people: 70, evidence: null, confirmation: null }
		});
		const confirmation = { by: 'Hiệu trưởng Trường THCS Đồng Hòa', on: '2026-11-05' };
		expect(await confirm(head, activityId)).toEqual({ ok: true, value: confirmation });
		expect(await confirm(head, activityId)).toMatchObject({
			refusal: { code: 'already-confirmed', status: 409 }
		});
		expect(await findActivity(database.connections.read, activityId)).toMatchObject({
			confirmation
		});
	});

	test('confirms once even when asked ten times at once', async () => {
		const recorded = await record(head, { title: 'Mười lần' });
		if (!recorded.ok) throw new Error(recorded.refusal.code);
		const asked = Array.from({ length: 10 }, () => confirm(head, recorded.value.activityId));
		const outcomes = await Promise.all(asked);
		expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
	});

	test('records nothing that has not been held, or before the unit opened', async () => {
		expect(await record(head, { heldOn: '2026-11-06' })).toMatchObject({
			refusal: { code: 'held-in-future', errors: [{ pointer: '/heldOn' }] }
		});
		expect(await record(head, { heldOn: '1999-01-01' })).toMatchObject({
			refusal: { code: 'unit-not-open' }
		});
	});

	test('of another school, or somebody above who is not the head, does neither', async () => {
		const recorded = await record(head, { title: 'Của trường' });
		if (!recorded.ok) throw new Error(recorded.refusal.code);
		const { activityId } = recorded.value;
		for (const other of [
			holding('school-head', 'thcs-bac-son'),
			holding('official', 'thanh-pho-hai-phong'),
			holding('unit-secretary', 'phuong-kien-an'),
			anonymous
		])
			expect(await confirm(other, activityId)).toMatchObject({ refusal: { code: 'not-found' } });
		expect(await record(holding('school-head', 'thcs-bac-son'))).toMatchObject({
			refusal: { code: 'not-found' }
		});
		expect(await confirm(head, 'khong-co')).toMatchObject({ refusal: { code: 'not-found' } });
	});

	test('cannot confirm what a clock set back makes the future', async () => {
		const recorded = await record(head, { title: 'Ngày mai' });
		if (!recorded.ok) throw new Error(recorded.refusal.code);
		const yesterday = instant('2026-11-03T02:00:00.000Z');
		expect(await confirm(head, recorded.value.activityId, yesterday)).toMatchObject({
			refusal: { code: 'held-in-future' }
		});
	});

	test('cannot take a confirmation back', async () => {
		await expect(
			database.connections.write.deleteFrom('activityConfirmation').execute()
		).rejects.toThrow('append-only');
	});

	test('sees what waits and what was confirmed in the own school', async () => {
		const page = await asActor(database.connections, head, WORLD_NOW).view(viewActivities, {});
		if (!page.ok) throw new Error(page.refusal.code);
		expect(page.value.units).toEqual([{ key: 'thcs-dong-hoa', name: 'Trường THCS Đồng Hòa' }]);
		expect(page.value.waiting.map(({ activity }) => activity.heldOn)).toContain('2024-10-10');
		expect(page.value.waiting.every(({ unitName }) => unitName === 'Trường THCS Đồng Hòa')).toBe(
			true
		);
		expect(page.value.confirmed.map(({ activity }) => activity.title)).toContain(
			'Ngoại khóa: Dịch vụ công'
		);
		for (const [actor, code] of [
			[anonymous, 'sign-in-needed'],
			[holding('auditor', 'viet-nam'), 'not-found']
		] as const)
			expect(
				await asActor(database.connections, actor, WORLD_NOW).view(viewActivities, {})
			).toMatchObject({ refusal: { code } });
	});

	test('sees which indicator a session counts towards, by the plan of that day', async () => {
		const [waiting] = await listActivitiesOfUnits(database.connections.read, {
			...{ unitKeys: ['thcs-dong-hoa'], to: day('2024-12-31') }
		});
		const look = (actor: Actor, activityId = waiting?.id ?? '') =>
			asActor(database.connections, actor, WORLD_NOW).view(viewActivity, { activityId });
		expect(await look(head)).toMatchObject({
			value: {
				unit: { name: 'Trường THCS Đồng Hòa' },
				confirm: { allowed: true, why: null },
				serves: [{ planCode: 'kien-an-2024', code: 'I2' }]
			}
		});
		expect(await look(holding('official', 'thanh-pho-hai-phong'))).toMatchObject({
			value: { confirm: { allowed: false, why: 'not-head' } }
		});
		expect(await look(anonymous)).toMatchObject({ refusal: { code: 'sign-in-needed' } });
		expect(await look(holding('school-head', 'thcs-bac-son'))).toMatchObject({
			refusal: { code: 'not-found' }
		});
		expect(await look(head, 'khong-co')).toMatchObject({ refusal: { code: 'not-found' } });
	});
});
