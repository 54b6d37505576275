import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import { epochMs, type Instant } from '#lib/kernel/instant.ts';
import { freezeForm } from '#lib/contest/freeze-form.offer.server.ts';
import { sha256Hex } from '#lib/kernel/digest.ts';
import { exportPublication } from '#lib/results/export-publication.server.ts';
import { publishRound } from '#lib/results/publish-round.server.ts';
import { viewPublication } from '#lib/results/view-publication.server.ts';
import { viewPublications } from '#lib/results/view-publications.server.ts';
import { recomputeCommand } from '#src/cli/recompute.ts';
import { verifyCommand } from '#src/cli/verify.ts';
import { asActor, runIn } from '#tests/support/contexts.ts';
import { board, enter, finish, projectAll, ranOut } from '../standings/world.ts';
import {
	CLOSES_AT,
	CONTEST,
	later,
	no,
	ok,
	OPEN,
	takingWorld,
	type TakingWorld
} from '../taking/world.ts';

const CLOSED = later(60_000, CLOSES_AT);
const unit = 'doan-phuong-kien-an';

let world: TakingWorld;
let people: string[];
beforeAll(async () => {
	world = await takingWorld();
	people = await enter(world.connections, { count: 4, unitKey: unit, groupId: 'dia-ban' });
	const [a, b, c] = people as [string, string, string];
	const of = { roundId: world.roundId };
	await finish(world.connections, { ...of, personId: a, score: 20, prediction: 3 });
	await finish(world.connections, { ...of, personId: b, score: 20, prediction: 40, tookMs: 1_000 });
	await finish(world.connections, { ...of, personId: c, score: 12, prediction: 3 });
	await finish(world.connections, { ...of, personId: c, score: 20, seq: 2, prediction: 4 });
});
afterAll(() => world.close());

const publish = (roundKey: string | null, at: Instant = CLOSED, actor: Actor = operator) =>
	runIn(world.connections, actor, at, publishRound, { contestCode: CONTEST, roundKey });
const exported = (form: 'full' | 'public', actor: Actor = operator) =>
	asActor(world.connections, actor, CLOSED).view(exportPublication, {
		contestCode: CONTEST,
		roundKey: 'r1',
		form
	});
const staff = (role: 'organiser' | 'auditor', unitKey: string | null): Actor => ({
	kind: 'account',
	accountId: null,
	personId: null,
	posts: [{ role, unitKey }]
});

/** The files of the exported form by name. */
async function filesOf(form: 'full' | 'public'): Promise<Record<string, string>> {
	const { files } = await ok(exported(form));
	return Object.fromEntries(files.map(({ name, text }) => [name, text]));
}

function attemptIds(ndjson: string): string[] {
	const lines = ndjson.split('\n').filter(Boolean);
	return lines.map((line) => (JSON.parse(line) as { id: string }).id).sort();
}

/** How an id that holds the instant of a start would begin: 36 of 48 bits of milliseconds, some four seconds. */
function idsNear(attempts: readonly { readonly started_at: Instant }[]): string[] {
	return attempts.map(({ started_at: at }) =>
		epochMs(at).toString(16).padStart(12, '0').slice(0, 9)
	);
}

describe('publishing is refused', () => {
	test('to whoever does not organise the contest, as if it were not there', async () => {
		expect(await no(publish('r1', CLOSED, anonymous))).toBe('not-found');
		expect(await no(publish('r1', CLOSED, staff('organiser', unit)))).toBe('not-found');
		expect(await no(publish('r9'))).toBe('not-found');
	});

	test('while a listed round is open, and while an attempt of it runs', async () => {
		expect(await no(publish('r1', later(-1, CLOSES_AT)))).toBe('round-not-closed');
		expect(await no(publish(null))).toBe('round-not-closed');
		const { pool } = world.connections;
		const due = later(1, CLOSED);
		await pool.query('insert into attempt_due select id, $1 from attempt limit 1', [due]);
		expect(await no(publish('r1'))).toBe('attempts-running');
		await pool.query('delete from attempt_due');
	});

	test('by name where the rules belong to a later version', async () => {
		const later = await takingWorld((contest) => {
			contest.rules = {
				...contest.rules,
				onlyAllCorrect: true,
				scopes: { weekly: 'highest', final: 'first' }
			};
		});
		const input = { contestCode: CONTEST, roundKey: 'r1' };
		const done = await runIn(later.connections, operator, CLOSED, publishRound, input);
		await later.close();
		if (done.ok) throw new Error('was not refused');
		expect(done.refusal.code).toBe('rules-later');
		const named = done.refusal.facts?.['named'];
		expect(named).toContain('/rules/onlyAllCorrect: true');
		expect(named).toContain('/rules/scopes/weekly: "highest"');
	});

	test('where what was imported does not fit the rules', async () => {
		const odd = await takingWorld();
		const of = { count: 1, unitKey: unit, groupId: 'dia-ban' };
		const [person] = (await enter(odd.connections, of)) as [string];
		await finish(odd.connections, { roundId: odd.roundId, personId: person, score: 2_000 });
		const input = { contestCode: CONTEST, roundKey: 'r1' };
		expect(await no(runIn(odd.connections, operator, CLOSED, publishRound, input))).toBe(
			'bundle-unsound'
		);
		await odd.close();
	});
});

describe('a published round', () => {
	test('is frozen as version 1, then 2, and never changes', async () => {
		const organiser = staff('organiser', 'thanh-doan-hai-phong');
		expect(await ok(publish('r1', CLOSED, organiser))).toMatchObject({
			contestCode: CONTEST,
			roundKey: 'r1',
			version: 1,
			participants: 3
		});
		expect(await ok(publish('r1', later(1, CLOSED)))).toMatchObject({ version: 2 });
		const { pool } = world.connections;
		await expect(pool.query('update publication set version = 3')).rejects.toThrow('append-only');
		const heads = await ok(
			asActor(world.connections, anonymous, CLOSED).view(viewPublications, { contestCode: CONTEST })
		);
		expect(heads.map(({ roundKey, version }) => [roundKey, version])).toEqual([
			['r1', 2],
			['r1', 1]
		]);
	});

	test('shows ranks by the whole chain, prizes, and nobody by name without consent', async () => {
		const shown = await ok(
			asActor(world.connections, anonymous, CLOSED).view(viewPublication, {
				contestCode: CONTEST,
				roundKey: 'r1',
				limit: 2
			})
		);
		const [round] = shown.standings.rounds;
		expect(round).toMatchObject({ id: 'r1', actual: 3 });
		const rows = round?.groups.find(({ group }) => group === 'dia-ban')?.rows ?? [];
		expect(rows.map(({ rank, predictionError }) => [rank, predictionError])).toEqual([
			[1, 0],
			[2, 1]
		]);
		const [first] = shown.standings.prizes;
		expect(shown.prizes[String(first?.prizeId)]).toContain('Giải Nhất');
		expect(first?.personId).toBe(`public-${people[0]}`);
		expect(new Set(Object.values(shown.people).map(({ name }) => name))).toEqual(
			new Set(['Ẩn danh'])
		);
		expect(shown.units[unit]).toContain('Kiến An');
	});

	test('names attempts by ids that say nothing of their start, alike in both forms', async () => {
		const texts = await Promise.all((['full', 'public'] as const).map(filesOf));
		const [full, open] = texts.map((files) => attemptIds(files['attempts.ndjson'] ?? ''));
		expect(open?.length).toBeGreaterThan(0);
		expect(full).toEqual(expect.arrayContaining(open ?? []));
		const { rows } = await world.connections.pool.query('select id, started_at from attempt');
		for (const { id } of rows)
			for (const text of texts.flatMap((files) => Object.values(files)))
				expect(text).not.toContain(id);
		for (const id of open ?? []) {
			expect(id).toMatch(/^[0-9a-f]{32}$/);
			expect(idsNear(rows)).not.toContain(id.slice(0, 9));
		}
		const standings = texts.map((files) => files['standings.json']);
		expect(standings[0]).toBe(standings[1]);
		expect(standings[1]).toContain(`"attemptId":"${open?.[0]}"`);
	});

	test('carries the hash of the roster that was frozen at the first opening, once there is one', async () => {
		const rosterHashes = async () => {
			const both = await Promise.all((['full', 'public'] as const).map(filesOf));
			return both.map((files) => JSON.parse(files['contest.json'] ?? '').contest.rosterHash);
		};
		expect(await rosterHashes()).toEqual([null, null]);
		const ids = people.map((id) => `public-${id}\n`).sort();
		const opened = { roundId: world.roundId, at: OPEN };
		await ok(world.connections.write.transaction().execute((tx) => freezeForm(tx, opened)));
		await enter(world.connections, { count: 1, unitKey: unit, groupId: 'dia-ban', at: OPEN });
		await ok(publish('r1', later(2, CLOSED)));
		const roster = sha256Hex(ids.join(''));
		expect(await rosterHashes()).toEqual([roster, roster]);
	});

	test('is published beside a stopped sweeper, with whoever ran out of time', async () => {
		const apart = await takingWorld();
		const of = { count: 1, unitKey: unit, groupId: 'dia-ban' };
		const [person] = (await enter(apart.connections, of)) as [string];
		await ranOut(apart.connections, { roundId: apart.roundId, personId: person });
		const input = { contestCode: CONTEST, roundKey: 'r1' };
		const done = await ok(runIn(apart.connections, operator, CLOSED, publishRound, input));
		await apart.close();
		expect(done).toMatchObject({ version: 1, participants: 1 });
	});

	test('agrees with the live board of people', async () => {
		await projectAll(world.connections, CLOSED);
		const live = await board(world.connections, {
			roundId: world.roundId,
			at: CLOSED,
			group: 'dia-ban'
		});
		const { files } = await ok(exported('public'));
		const standings = JSON.parse(files.find(({ name }) => name === 'standings.json')?.text ?? '');
		const published = standings.rounds[0].groups.find(
			(g: { group: string }) => g.group === 'dia-ban'
		);
		const key = ({ rank, score, elapsed, predictionError }: Record<string, unknown>) =>
			[rank, score, elapsed, predictionError].join();
		expect(live.rows.map((row) => key({ ...row }))).toEqual(published.rows.map(key));
		const units = await board(world.connections, {
			roundId: world.roundId,
			at: CLOSED,
			by: 'unit'
		});
		const collective = standings.collective.flatMap(({ rows }: { rows: object[] }) => rows);
		expect(units.rows.map((row) => ({ ...row }))).toMatchObject(collective);
	});

	test('is exported in its public form to everyone, in its full form to auditors only', async () => {
		expect(await no(exported('full', anonymous))).toBe('sign-in-needed');
		expect(await no(exported('full', staff('organiser', 'thanh-doan-hai-phong')))).toBe(
			'not-found'
		);
		expect((await ok(exported('full', staff('auditor', null)))).form).toBe('full');
		expect((await ok(exported('public', anonymous))).version).toBe(3);
		const missing = { contestCode: CONTEST, roundKey: 'r2', form: 'public' as const };
		const anyone = asActor(world.connections, anonymous, CLOSED);
		expect(await no(anyone.view(exportPublication, missing))).toBe('not-found');
		expect(await no(anyone.view(viewPublication, { ...missing, limit: 5 }))).toBe('not-found');
		expect(await no(anyone.view(viewPublications, { contestCode: 'none' }))).toBe('not-found');
	});
});

describe('an exported bundle in a folder', () => {
	let dir: string;
	async function write(form: 'full' | 'public'): Promise<string> {
		dir = mkdtempSync(path.join(tmpdir(), 'bundle-'));
		for (const { name, text } of (await ok(exported(form))).files)
			writeFileSync(path.join(dir, name), text);
		return dir;
	}
	afterAll(() => rmSync(dir, { recursive: true, force: true }));

	test.each(['full', 'public'] as const)('of the %s form recomputes and verifies', async (form) => {
		const folder = await write(form);
		const published = readFileSync(path.join(folder, 'standings.json'), 'utf8');
		expect(recomputeCommand(folder)).toEqual({ exitCode: 0, stdout: published, stderr: '' });
		expect(verifyCommand(folder, 'en')).toMatchObject({ exitCode: 0, stderr: '' });
		rmSync(folder, { recursive: true });
	});

	test('with one changed byte is not verified, and the row is named', async () => {
		const folder = await write('public');
		const file = path.join(folder, 'standings.json');
		writeFileSync(file, readFileSync(file, 'utf8').replace('"rank":2', '"rank":1'));
		const { exitCode, stderr } = verifyCommand(folder, 'en');
		expect(exitCode).toBe(1);
		expect(stderr).toMatch(/standings\.json:1: differs .* row 2, person public-/);
		expect(stderr).toMatch(/SHA256SUMS:3: standings\.json is not as published/);
		rmSync(folder, { recursive: true });
	});

	test('without its files says which are missing', () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
		expect(recomputeCommand(folder, 'en')).toMatchObject({
			exitCode: 1,
			stderr: expect.stringMatching(/^contest\.json:1: .*\nattempts\.ndjson:1: /)
		});
		expect(verifyCommand(path.join(folder, 'none')).exitCode).toBe(1);
		rmSync(folder, { recursive: true });
	});
});
