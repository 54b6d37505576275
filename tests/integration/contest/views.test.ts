import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRound, findRoundByKey, listRounds } from '#lib/contest/contests.reads.server.ts';
import { findContestPage, type ContestShown } from '#lib/contest/contest-page.reads.server.ts';
import { enterRostered } from '#lib/contest/enter-rostered.server.ts';
import { listEntries } from '#lib/contest/entries.reads.server.ts';
import { freezeForm } from '#lib/contest/freeze-form.offer.server.ts';
import { getContestSecret } from '#lib/contest/secrets.reads.server.ts';
import { sha256Hex } from '#lib/kernel/digest.ts';
import { viewContest } from '#lib/taking/view-contest.server.ts';
import { viewContests } from '#lib/contest/view-contests.server.ts';
import { viewGate } from '#lib/contest/view-gate.server.ts';
import { viewOwnContests } from '#lib/contest/view-own-contests.server.ts';
import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import { addMs, type Instant } from '#lib/kernel/instant.ts';
import { giveConsent } from '#lib/people/give-consent.server.ts';
import { asActor, runIn } from '#tests/support/contexts.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import {
	CLOSES_AT,
	codeOf,
	demo,
	importText,
	IMPORTED_AT,
	loadDemo,
	loadRoster,
	OPENS_AT,
	organiser,
	personOf,
	pupil,
	valueOf,
	W1,
	w1
} from './world.ts';

let database: TestDatabase;
let member: Actor;
let pupilOfThcs: Actor;

beforeAll(async () => {
	database = await freshDatabase();
	await loadDemo(database.connections);
	for (const name of ['w1', 'w2', 'w3'])
		valueOf(await importText(database.connections, demo(`contest-${name}.json`)));
	await loadRoster(database.connections);
	member = pupil(await personOf(database.connections, codeOfRow('Chi đoàn Tổ dân phố Lãm Hà')));
	pupilOfThcs = pupil(await personOf(database.connections, codeOfRow('Trường THCS Trần Phú')));
});
afterAll(() => database.close());

/** The roster code of the first person of a unit in the demo. */
function codeOfRow(unit: string): string {
	const rows = demo('roster.csv').split(/\r?\n/);
	return rows.map((row) => row.split(',')).find((cells) => cells[6] === unit)?.[5] ?? '';
}

async function page(actor: Actor, at: Instant, code = W1): Promise<ContestShown> {
	return valueOf(await asActor(database.connections, actor, at).view(viewContest, { code }));
}

test('the public page has the thể lệ, the rounds with their phases, and the draws', async () => {
	const shown = await page(anonymous, OPENS_AT);
	expect(shown.rules.join('\n')).toContain('Đơn vị tổ chức: Thành đoàn');
	expect(shown.rules.join('\n')).toContain('Nhận thức chung: 4 câu');
	expect(shown.rules.join('\n')).toContain('Tiêu chí 2: dự đoán lệch ít hơn.');
	expect(shown.rounds.map((round) => round.phase)).toEqual([
		'open',
		'upcoming',
		'upcoming',
		'upcoming'
	]);
	expect(shown).toMatchObject({ code: W1, phase: 'open', questions: 20, attemptsMax: 3, me: null });
	expect(shown.draws.map((draw) => draw.seed)).toEqual([null, null, null, null]);
	const closed = await page(anonymous, CLOSES_AT);
	expect(closed.draws[0]?.seed).toMatch(/^[0-9a-f]{64}$/);
	expect(closed.rules.join('\n')).toContain(closed.draws[0]?.commitment);
});

test('an unknown contest is not found', async () => {
	const outcome = await asActor(database.connections, anonymous, OPENS_AT).view(viewContest, {
		code: 'khong-co'
	});
	expect(codeOf(outcome)).toBe('not-found');
});

test('the start button says why it is off, and is on for a member with consent', async () => {
	const why = async (actor: Actor, at: Instant) => (await page(actor, at)).may.start.code;
	expect(await why(anonymous, addMs(OPENS_AT, -1))).toBe('round-not-open');
	expect(await why(anonymous, OPENS_AT)).toBe('sign-in-needed');
	expect(await why(organiser('thanh-doan-hai-phong'), OPENS_AT)).toBe('contestants-only');
	expect(await why(member, OPENS_AT)).toBe('consent-missing');
	const agreed = { purposes: { take_part: true } };
	valueOf(await runIn(database.connections, member, IMPORTED_AT, giveConsent, agreed));
	const { may, me, currentRoundId } = await page(member, OPENS_AT);
	expect(may.start).toEqual({
		allowed: true,
		roundId: currentRoundId,
		attemptsLeft: 3,
		code: null,
		why: null
	});
	expect(me).toMatchObject({
		entered: false,
		inScope: true,
		group: 'Đoàn viên địa bàn dân cư, cơ quan'
	});
	expect(me?.units).toEqual([{ key: 'chi-doan-tdp-lam-ha', name: 'Chi đoàn Tổ dân phố Lãm Hà' }]);
	expect(await why(member, addMs(CLOSES_AT, -1))).toBe(null);
	expect(await why(member, CLOSES_AT)).toBe('round-not-open');
	const last = (await listRounds(database.connections.read, W1)).at(-1);
	expect(await why(member, last?.closesAt ?? CLOSES_AT)).toBe('round-closed');
});

test.each([
	[0, 3, null],
	[2, 1, null],
	[3, 0, 'attempts-used-up']
])('a member who has started %i times has %i attempts left', async (used, left, code) => {
	const ctx = asActor(database.connections, member, OPENS_AT).read;
	const shown = await findContestPage(ctx, { code: W1, attemptsUsed: () => Promise.resolve(used) });
	expect(shown?.may.start).toMatchObject({ allowed: code === null, attemptsLeft: left, code });
});

test('a pupil of another audience is told that the contest is not theirs', async () => {
	const agreed = { purposes: { take_part: true } };
	valueOf(await runIn(database.connections, pupilOfThcs, IMPORTED_AT, giveConsent, agreed));
	const { me, may } = await page(pupilOfThcs, OPENS_AT);
	expect(me).toMatchObject({ inScope: false, units: [] });
	expect(['not-in-scope', 'consent-missing']).toContain(may.start.code);
	expect(may.start.why).not.toBeNull();
});

test('the list of contests is public and comes in pages', async () => {
	const asking = asActor(database.connections, anonymous, OPENS_AT);
	const all = valueOf(await asking.view(viewContests, { limit: 50 }));
	expect(all.contests.map((contest) => contest.code)).toEqual([
		W1,
		'w3-tam-ky-2024',
		'w2-thcs-cds-2024'
	]);
	expect(all.next).toBeNull();
	const first = valueOf(await asking.view(viewContests, { limit: 2 }));
	expect(first.next).toBe('w3-tam-ky-2024');
	const second = valueOf(await asking.view(viewContests, { limit: 2, cursor: first.next ?? '' }));
	expect(second.contests.map((contest) => contest.code)).toEqual(['w2-thcs-cds-2024']);
	expect(second.next).toBeNull();
});

test('the gate shows each round to the organiser, and to nobody beside', async () => {
	const gate = (actor: Actor) =>
		asActor(database.connections, actor, OPENS_AT).view(viewGate, { code: W1 });
	expect(codeOf(await gate(anonymous))).toBe('sign-in-needed');
	expect(codeOf(await gate(member))).toBe('not-found');
	expect(codeOf(await gate(organiser('so-gddt-hai-phong')))).toBe('not-found');
	const shown = valueOf(await gate(organiser('thanh-doan-hai-phong')));
	expect(shown.rounds).toHaveLength(4);
	for (const { gate: each } of shown.rounds) {
		expect(each.fillable).toBe(true);
		expect(each.cells).toHaveLength(10);
	}
	const short = { ...w1(), code: 'thieu', blueprint: [{ topic: 'CDS.0', count: 400 }] };
	valueOf(await importText(database.connections, JSON.stringify(short)));
	const asking = asActor(database.connections, organiser('thanh-doan-hai-phong'), OPENS_AT);
	const red = valueOf(await asking.view(viewGate, { code: 'thieu' }));
	expect(red.rounds[0]?.gate).toMatchObject({ colour: 'red', fillable: false });
});

test('an organiser sees the contests of their units in the desk, others see none', async () => {
	const own = (actor: Actor) =>
		asActor(database.connections, actor, OPENS_AT).view(viewOwnContests, {});
	expect(codeOf(await own(anonymous))).toBe('sign-in-needed');
	expect(codeOf(await own(member))).toBe('not-found');
	expect(valueOf(await own(organiser('so-gddt-hai-phong'))).map(({ code }) => code)).toEqual([
		'w2-thcs-cds-2024'
	]);
	expect(valueOf(await own(organiser('phong-vhtt-tam-ky')))).toEqual([]);
});

test('a round is found by its id, by its key, and by nothing else', async () => {
	const read = database.connections.read;
	const [first] = await listRounds(read, W1);
	const round = await findRound(read, first?.id ?? '');
	expect(round).toMatchObject({ key: 'r1', contest: { code: W1 } });
	expect(round).toEqual(await findRoundByKey(read, W1, 'r1'));
	expect(await findRound(read, 'r1')).toBeUndefined();
	expect(await findRound(read, "' or 1=1")).toBeUndefined();
	expect(await findRoundByKey(read, W1, 'r9')).toBeUndefined();
});

test('the page shows the commitment to the secret of public ids, and the roster once the first round opened', async () => {
	const { read, write } = database.connections;
	const before = (await page(anonymous, OPENS_AT)).publicIds;
	const { secret } = await getContestSecret(read, W1);
	expect(before).toEqual({ commitment: sha256Hex(secret), rosterHash: null });
	valueOf(await runIn(database.connections, operator, IMPORTED_AT, enterRostered, {}));
	const ids = (await listEntries(read, W1)).map((entry) => entry.publicId);
	const [first, second] = await listRounds(read, W1);
	const opening = addMs(OPENS_AT, 1);
	const freeze = (roundId = '', at = opening) =>
		write.transaction().execute((tx) => freezeForm(tx, { roundId, at }));
	valueOf(await freeze(first?.id));
	const { rosterHash } = (await page(anonymous, opening)).publicIds;
	expect(ids.length).toBeGreaterThan(10);
	expect(rosterHash).toBe(sha256Hex(ids.map((id) => `${id}\n`).join('')));
	valueOf(await freeze(second?.id, second?.opensAt));
	expect((await page(anonymous, CLOSES_AT)).publicIds.rosterHash).toBe(rosterHash);
	await expect(
		database.connections.pool.query('update roster_freeze set people = 0')
	).rejects.toThrow('append-only');
});
