import { contestWords } from '#lib/messages/contest.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findContest, listContests, listRounds } from '#lib/contest/contests.reads.server.ts';
import { freezeForm } from '#lib/contest/freeze-form.offer.server.ts';
import { freezeRules } from '#lib/contest/freeze-rules.offer.server.ts';
import {
	getContestSecret,
	listDrawCommitments,
	listRevealedSeeds
} from '#lib/contest/secrets.reads.server.ts';
import { anonymous } from '#lib/identity/actor.ts';
import { sha256Hex } from '#lib/kernel/digest.ts';
import type { ImportReport } from '#lib/kernel/import-report.ts';
import { addMs } from '#lib/kernel/instant.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import {
	type ContestFile,
	CLOSES_AT,
	codeOf,
	demo,
	importText,
	IMPORTED_AT,
	loadDemo,
	OPENS_AT,
	organiser,
	valueOf,
	W1,
	w1
} from './world.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await freshDatabase();
	await loadDemo(database.connections);
});
afterAll(() => database.close());

const load = (file: unknown, more: Parameters<typeof importText>[2] = {}) =>
	importText(database.connections, typeof file === 'string' ? file : JSON.stringify(file), more);
const read = () => database.connections.read;

/** W1 under another code, changed as the test needs. */
function copy(code: string, change: Record<string, unknown> = {}): ContestFile {
	return { ...w1(), code, ...change };
}

/** Fields that notes of this code are about. */
function fieldsOf(report: ImportReport, code: string): string[] {
	const of = report.notes.filter((note) => note.code === code);
	return of.map((note) => String(note.facts?.['field']));
}

test('what this version does not do yet is taken, and named', async () => {
	const practice = { bank: 'CDS', count: 5 };
	const file = copy('de-sau', { practice });
	file.rules['boardFreezeMinutes'] = 30;
	const report = valueOf(await load(JSON.stringify(file, null, 1), { dryRun: true }));
	expect(report.counts.new).toBe(1);
	expect(fieldsOf(report, 'rule-kept').sort()).toEqual([
		'certificates',
		'practice',
		'rules/boardFreezeMinutes',
		'rules/showAnswers'
	]);
});

test.each(['w1', 'w2', 'w3', 'w4'])(
	'the demo contest %s loads whole, and again as the same',
	async (name) => {
		const text = demo(`contest-${name}.json`);
		const counts = { new: 0, same: 0, changed: 0, moved: 0, failed: 0 };
		const dry = valueOf(await load(text, { dryRun: true }));
		expect(dry).toMatchObject({ counts: { ...counts, new: 1 } });
		const kept = ['certificates', 'rules/showAnswers'];
		expect(fieldsOf(dry, 'rule-kept').sort()).toEqual(kept);
		const first = valueOf(await load(text));
		expect(first).toEqual({
			format: 'khoabang.contest/1',
			counts: { ...counts, new: 1 },
			notes: dry.notes
		});
		const again = valueOf(await load(text, { at: OPENS_AT }));
		expect(again.counts).toEqual({ ...counts, same: 1 });
		const file = JSON.parse(text) as { code: string; title: string; rounds: unknown[] };
		const stored = await findContest(read(), file.code);
		expect(stored).toMatchObject({
			title: file.title,
			importedAt: IMPORTED_AT,
			rulesFrozenAt: null
		});
		expect(stored?.definition).toMatchObject({ rules: (file as { rules?: unknown }).rules });
		expect(await listRounds(read(), file.code)).toHaveLength(file.rounds.length);
	}
);

test('contests are listed by the last closing, the latest first', async () => {
	const codes = (await listContests(read())).map((contest) => contest.code);
	expect(codes.slice(0, 4)).toEqual([
		W1,
		'w3-tam-ky-2024',
		'w2-thcs-cds-2024',
		'w4-cbccvc-tam-ky-2024'
	]);
});

test('each round has a commitment from the import on, and its seed only after closing', async () => {
	const [first] = await listRounds(read(), W1);
	const commitments = await listDrawCommitments(read(), W1);
	expect(commitments).toHaveLength(4);
	expect(new Set(commitments.map((draw) => draw.commitment)).size).toBe(4);
	expect(await listRevealedSeeds(read(), W1, addMs(CLOSES_AT, -1))).toEqual([]);
	const revealed = await listRevealedSeeds(read(), W1, CLOSES_AT);
	expect(revealed.map((draw) => draw.roundId)).toEqual([first?.id]);
	expect(sha256Hex(revealed[0]?.seed ?? '')).toBe(commitments[0]?.commitment);
	const { secret, commitment } = await getContestSecret(read(), W1);
	expect(sha256Hex(secret)).toBe(commitment);
});

test('a change is taken before the first attempt; rounds keep their id and commitment', async () => {
	valueOf(await load(copy('sua-duoc')));
	const before = await listRounds(read(), 'sua-duoc');
	const draws = await listDrawCommitments(read(), 'sua-duoc');
	const changed = copy('sua-duoc', { title: 'Tên mới' });
	changed.rounds = changed.rounds.slice(0, 3);
	changed.rules['prizes'] = [];
	expect(valueOf(await load(changed, { dryRun: true })).counts.changed).toBe(1);
	expect((await findContest(read(), 'sua-duoc'))?.title).not.toBe('Tên mới');
	expect(valueOf(await load(changed)).counts.changed).toBe(1);
	expect((await findContest(read(), 'sua-duoc'))?.title).toBe('Tên mới');
	expect(await listRounds(read(), 'sua-duoc')).toEqual(before.slice(0, 3));
	expect(await listDrawCommitments(read(), 'sua-duoc')).toEqual(draws.slice(0, 3));
});

test('a frozen form is drawn up anew when the rules change before the first attempt', async () => {
	valueOf(await load(copy('ra-de-lai')));
	const [round] = await listRounds(read(), 'ra-de-lai');
	const freeze = () =>
		database.connections.write.transaction().execute(async (tx) => {
			return valueOf(await freezeForm(tx, { roundId: round?.id ?? '', at: OPENS_AT }));
		});
	expect((await freeze()).cells[0]).toMatchObject({ topic: 'CDS.0', count: 4 });
	const changed = copy('ra-de-lai', { blueprint: [{ topic: 'CDS.DD', count: 2, marks: 1 }] });
	expect(valueOf(await load(changed)).counts.changed).toBe(1);
	expect((await freeze()).cells).toMatchObject([{ topic: 'CDS.DD', count: 2 }]);
});

test('after the first attempt a change is refused, and the same file is still the same', async () => {
	valueOf(await load(copy('da-thi')));
	await database.connections.write
		.transaction()
		.execute((tx) => freezeRules(tx, { contestCode: 'da-thi', at: OPENS_AT }));
	await database.connections.write
		.transaction()
		.execute((tx) => freezeRules(tx, { contestCode: 'da-thi', at: CLOSES_AT }));
	expect(codeOf(await load(copy('da-thi', { title: 'Tên mới' })))).toBe('rules-frozen');
	expect(valueOf(await load(copy('da-thi'))).counts.same).toBe(1);
	expect(await findContest(read(), 'da-thi')).toMatchObject({
		title: w1().title,
		rulesFrozenAt: OPENS_AT
	});
});

test.each<[string, Record<string, unknown>, string[]]>([
	['an unknown organiser', { organiser: 'khong-co' }, ['unknown-unit organiser']],
	['an unknown unit in scope', { units: ['khong-co'] }, ['unknown-unit units/0']],
	['an unknown bank', { bank: 'XYZ' }, ['unknown-bank bank']],
	[
		'an unknown practice bank',
		{ practice: { bank: 'XYZ', count: 5 } },
		['unknown-bank practice/bank']
	],
	['an unknown plan', { plan: 'khong-co' }, ['unknown-plan plan']],
	[
		'an unknown topic and level',
		{ blueprint: [{ topic: 'CDS.Z', level: 'kho', count: 1 }] },
		['unknown-topic blueprint/0/topic', 'unknown-level blueprint/0/level']
	],
	[
		'a ranked unit outside the scope',
		{ rankedUnits: { tree: 'doan', units: ['doan-truong-dh-duyen-hai'] } },
		['unit-outside-scope rankedUnits/units/0']
	]
])('%s is named with its line, and nothing is written', async (_what, change, expected) => {
	const file = { ...copy('co-loi', change) };
	if ('units' in change) file.groups = [];
	if ('units' in change) file['rankedUnits'] = { tree: 'doan', kinds: ['doan'] };
	if ('units' in change) file.rules['prizes'] = [];
	const text = JSON.stringify(file, null, 1);
	const { counts, notes } = valueOf(await load(text));
	expect(counts).toEqual({ new: 0, same: 0, changed: 0, moved: 0, failed: 1 });
	const errors = notes.filter((note) => note.level === 'error');
	expect(errors.map((note) => `${note.code} ${String(note.facts?.['field'])}`)).toEqual(expected);
	for (const note of notes) expect(note.line).toBeGreaterThan(1);
	expect(await findContest(read(), 'co-loi')).toBeUndefined();
});

test('an organiser imports for units below their own, and nobody else does', async () => {
	const file = copy('cua-thanh-doan');
	expect(codeOf(await load(file, { actor: organiser('so-gddt-hai-phong') }))).toBe('not-found');
	expect(codeOf(await load(file, { actor: anonymous }))).toBe('not-found');
	expect(codeOf(await load('{', { actor: anonymous }))).toBe('not-found');
	expect(codeOf(await load(file, { actor: organiser('thanh-doan-hai-phong') }))).toBe('ok');
	const taken = copy('cua-thanh-doan', { organiser: 'so-gddt-hai-phong' });
	expect(codeOf(await load(taken, { actor: organiser('so-gddt-hai-phong') }))).toBe('not-found');
});

test('a file without its fields is answered field by field, each with a sentence', async () => {
	const report = valueOf(await load('{"code":"../x"}'));
	expect(report.counts.failed).toBe(1);
	const codes = new Set(report.notes.map(({ code }) => code));
	expect(codes).toContain('missing-field');
	for (const code of codes) expect(contestWords.vi.notes[code]?.({ field: 'x' })).toBeTruthy();
});

test('a file that is no JSON is answered with its line', async () => {
	const { counts, notes } = valueOf(await load('{\n"format": }'));
	expect(counts.failed).toBe(1);
	expect(notes).toMatchObject([{ level: 'error', line: 2, code: 'json-unexpected' }]);
});
