import { readFileSync } from 'node:fs';
import { importItems } from '#lib/bank/import-items.server.ts';
import { findRoundByKey } from '#lib/contest/contests.reads.server.ts';
import { importContest } from '#lib/contest/import-contest.server.ts';
import { operator, type Actor } from '#lib/identity/actor.ts';
import type { UseCase } from '#lib/identity/context.ts';
import type { ImportReport } from '#lib/kernel/import-report.ts';
import { addMs, instant, type Instant } from '#lib/kernel/instant.ts';
import { giveConsent } from '#lib/people/give-consent.server.ts';
import { importRoster } from '#lib/people/import-roster.server.ts';
import { listPeopleByCode } from '#lib/people/people.reads.server.ts';
import type { Connections } from '#lib/server/db/client.ts';
import { importUnits } from '#lib/units/import-units.server.ts';
import { runIn } from '#tests/support/contexts.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';

/** Week 1 of the demo contest W1 is open: 20 questions, 20 minutes, 3 attempts, a prediction. */
export const OPEN = instant('2026-10-06T02:00:00.000Z');
export const OPENS_AT = instant('2026-10-05T01:00:00.000Z');
export const CLOSES_AT = instant('2026-10-11T13:00:00.000Z');
export const DURATION_MS = 1_200_000;
export const ALLOWANCE_MS = 3_000;
export const CONTEST = 'w1-doan-vien-cds-2026';

/** Everybody agreed to take part, but Dung (an adult) and Giang (15, whose guardian said nothing). */
const names = ['An', 'Binh', 'Chi', 'Dung', 'Em', 'Giang'] as const;
export type Name = (typeof names)[number];

const ROSTER = [
	'STT,Họ và tên,Năm sinh,Lớp,Mã học sinh,Đơn vị,Đối tượng',
	...names.map(
		(name, i) =>
			`${i + 1},Nguyễn Thị ${name},${name === 'Giang' ? 2011 : 2000},10A1,TAKING${i + 1},Trường THPT Lê Lợi,Đoàn viên`
	)
].join('\n');

export interface TakingWorld {
	readonly database: TestDatabase;
	readonly connections: Connections;
	readonly roundId: string;
	readonly people: Readonly<Record<Name, Actor>>;
	close(): Promise<void>;
}

interface DemoContest {
	rules: Record<string, unknown>;
	blueprint: { count: number; marks?: number }[];
	rounds: { id: string; opensAt: string; closesAt: string }[];
}

type Change = (contest: DemoContest) => void;

/** A database with the demo's units and bank, contest W1 (changed as the test needs) and six people. */
export async function takingWorld(change: Change = () => undefined): Promise<TakingWorld> {
	const database = await freshDatabase();
	const { connections } = database;
	const filled = await fillWorld(connections, change);
	return { database, connections, ...filled, close: () => database.close() };
}

/** The same in a migrated database of the test's own. */
export async function fillWorld(
	connections: Connections,
	change: Change
): Promise<Pick<TakingWorld, 'roundId' | 'people'>> {
	const contest = JSON.parse(demo('contest-w1.json')) as DemoContest;
	change(contest);
	// Before the round: what a school prepares.
	const before = addMs(instant(contest.rounds[0]?.opensAt ?? OPENS_AT), -86_400_000);
	await loadUnitsAndBank(connections);
	const text = JSON.stringify(contest);
	await load(connections, importContest, { text, fileName: 'contest.json', dryRun: false });
	const people = await enrol(connections, before);
	const round = await findRoundByKey(connections.read, CONTEST, 'r1');
	if (!round) throw new Error('the demo contest has no r1');
	return { roundId: round.id, people };
}

async function loadUnitsAndBank(connections: Connections): Promise<void> {
	const units = { text: demo('units.json'), fileName: 'units.json', dryRun: false };
	await load(connections, importUnits, units);
	const items = { text: demo('items.json'), fileName: 'items.json', dryRun: false };
	await load(connections, importItems, { ...items, bankCode: 'CDS' });
}

async function enrol(connections: Connections, before: Instant): Promise<Record<Name, Actor>> {
	await load(connections, importRoster, {
		text: ROSTER,
		fileName: 'roster.csv',
		unitKey: 'viet-nam',
		dryRun: false
	});
	const codes = names.map((_, i) => `TAKING${i + 1}`);
	const found = await listPeopleByCode(connections.read, codes);
	const idOf = new Map(found.map((person) => [person.code, person.id]));
	const entries = names.map((name, i) => [name, pupil(idOf.get(`TAKING${i + 1}`) as string)]);
	const people = Object.fromEntries(entries) as Record<Name, Actor>;
	for (const name of names)
		if (name !== 'Dung')
			await ok(
				runIn(connections, people[name], before, giveConsent, { purposes: { take_part: true } })
			);
	return people;
}

export function pupil(id: string): Actor {
	return { kind: 'account', accountId: id, personId: id, posts: [] };
}

async function load<I>(
	connections: Connections,
	useCase: UseCase<I, ImportReport>,
	input: I
): Promise<void> {
	const report = await ok(runIn(connections, operator, OPENS_AT, useCase, input));
	if (report.counts.failed > 0) throw new Error(JSON.stringify(report.notes.slice(0, 3)));
}

function demo(file: string): string {
	return readFileSync(new URL(`../../../src/demo/data/${file}`, import.meta.url), 'utf8');
}

/** The value of an outcome that must be ok. */
export async function ok<T>(
	outcome: Promise<
		{ ok: true; value: T } | { ok: false; refusal: { code: string; facts?: unknown } }
	>
): Promise<T> {
	const done = await outcome;
	if (done.ok) return done.value;
	throw new Error(`refused: ${done.refusal.code} ${JSON.stringify(done.refusal.facts ?? {})}`);
}

/** The refusal's code of an outcome that must not be ok. */
export async function no(
	outcome: Promise<{ ok: true } | { ok: false; refusal: { code: string } }>
): Promise<string> {
	const done = await outcome;
	if (done.ok) throw new Error('was not refused');
	return done.refusal.code;
}

export const later = (ms: number, from: Instant = OPEN): Instant => addMs(from, ms);
