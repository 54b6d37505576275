import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator } from '#lib/identity/actor.ts';
import { listPeople } from '#lib/people/people.reads.server.ts';
import { exportPublication } from '#lib/results/export-publication.server.ts';
import { listPeopleBehind } from '#lib/results/publications.reads.server.ts';
import type { RoundRow, Standings } from '#lib/results/standings-document.ts';
import { asActor } from '#tests/support/contexts.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { demoDatabase } from '#tests/support/demo.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';
import { ok } from '../taking/world.ts';

// W1's first week as the demo publishes it. What is expected was worked out from the demo's raw facts (attempts
// with their seeds and ends, responses, predictions, and the files in src/demo/data) by a calculation of its own
// that follows contract §4 and shares no code with this software: papers were dealt and marked anew, then
// attempts selected, people ranked and awarded, and units counted.
//
// People are named by their code of the roster. Ids, public ids and papers may change with the seed of chance;
// nothing below does, for what people of the demo do follows from their code (src/demo/plays.ts), each attempt
// has chance of its own, and no prize of this week is drawn: no two people at an edge are level.

const CONTEST = 'w1-doan-vien-cds-2026';

let database: TestDatabase;
let standings: Standings;
let codes: ReadonlyMap<string, string>;
beforeAll(async () => {
	database = await demoDatabase();
	const { read } = database.connections;
	const wanted = { contestCode: CONTEST, roundKey: 'r1', form: 'full' } as const;
	const bundle = await ok(
		asActor(database.connections, operator, WORLD_NOW).view(exportPublication, wanted)
	);
	const text = bundle.files.find(({ name }) => name === 'standings.json')?.text ?? '';
	standings = JSON.parse(text) as Standings;
	codes = await codesByPublicId(read, standings);
}, 180_000);
afterAll(() => database.close());

async function codesByPublicId(
	db: TestDatabase['connections']['read'],
	{ rounds }: Standings
): Promise<Map<string, string>> {
	const ids = rounds.flatMap(({ groups }) =>
		groups.flatMap(({ rows }) => rows.map(({ personId }) => personId))
	);
	const behind = await listPeopleBehind(db, CONTEST, ids);
	const people = await listPeople(db, [...behind.values()]);
	const codeOf = new Map(people.map(({ id, code }) => [id, code]));
	return new Map([...behind].map(([publicId, id]) => [publicId, codeOf.get(id) ?? '']));
}

/** A group's rows as the expectations name them. */
function rowsOf(group: string) {
	const rows: readonly RoundRow[] =
		standings.rounds[0]?.groups.find((each) => each.group === group)?.rows ?? [];
	return rows.map((row) => [
		codes.get(row.personId),
		row.rank,
		row.score,
		row.predictionError,
		row.elapsed,
		row.submittedAt,
		row.attempts
	]);
}

test('the week lists itself alone, and four people answered all twenty questions rightly', () => {
	expect(standings.rounds.map(({ id, actual }) => [id, actual])).toEqual([['r1', 4]]);
});

// code, rank, score, predictionError, elapsed, submittedAt, attempts
test('the first ten of the schools, of thirty', () => {
	const rows = rowsOf('truong-hoc');
	expect(rows).toHaveLength(30);
	expect(rows.slice(0, 10)).toEqual([
		['HS262107', 1, 20, 28, 648_045, '2026-10-09T20:12:02.001Z', 2],
		['HS261750', 2, 19, 1, 582_204, '2026-10-10T21:24:35.465Z', 2],
		['HS261876', 3, 18, 3, 245_404, '2026-10-10T21:27:24.079Z', 3],
		['HS262114', 4, 18, 19, 664_439, '2026-10-08T01:07:55.753Z', 1],
		['HS261918', 5, 18, 36, 461_402, '2026-10-09T08:00:30.621Z', 2],
		['HS262121', 6, 17, 13, 589_510, '2026-10-08T11:17:42.182Z', 1],
		['HS261617', 7, 17, 21, 512_337, '2026-10-07T11:18:00.831Z', 1],
		['HS261680', 8, 17, 21, 887_264, '2026-10-08T06:22:19.227Z', 2],
		['HS261687', 9, 17, 34, 677_727, '2026-10-11T02:09:01.624Z', 2],
		['HS261911', 10, 16, 8, 258_202, '2026-10-06T06:25:39.270Z', 2]
	]);
});

test('the first ten of the neighbourhoods and offices, of sixty-five', () => {
	const rows = rowsOf('dia-ban');
	expect(rows).toHaveLength(65);
	expect(rows.slice(0, 10)).toEqual([
		['ĐV32155', 1, 20, 5, 252_836, '2026-10-05T03:08:11.917Z', 2],
		['ĐV32080', 2, 20, 15, 447_344, '2026-10-05T16:34:35.882Z', 1],
		['ĐV32173', 3, 20, 16, 493_463, '2026-10-05T17:24:50.496Z', 2],
		['ĐV32152', 4, 19, 8, 471_871, '2026-10-10T13:55:31.843Z', 1],
		['ĐV32230', 5, 19, 9, 299_365, '2026-10-10T16:52:29.964Z', 2],
		['ĐV32056', 6, 19, 9, 508_562, '2026-10-07T03:29:05.938Z', 1],
		['ĐV32299', 7, 19, 11, 510_483, '2026-10-11T09:58:04.494Z', 2],
		['ĐV32008', 8, 19, 14, 876_742, '2026-10-06T17:30:40.554Z', 1],
		['ĐV32044', 9, 19, 20, 494_123, '2026-10-07T06:21:11.151Z', 3],
		['ĐV32095', 10, 19, 20, 678_962, '2026-10-08T08:46:36.163Z', 1]
	]);
});

test('the prizes of the week go down one board of both groups together', () => {
	const prizes = standings.prizes.map(({ prizeId, personId }) => [prizeId, codes.get(personId)]);
	expect(prizes).toEqual([
		['r1-nhat', 'ĐV32155'],
		['r1-nhi', 'ĐV32080'],
		['r1-nhi', 'ĐV32173'],
		['r1-ba', 'HS262107'],
		['r1-ba', 'HS261750'],
		['r1-ba', 'ĐV32152'],
		['r1-kk', 'ĐV32230'],
		['r1-kk', 'ĐV32056'],
		['r1-kk', 'ĐV32299'],
		['r1-kk', 'ĐV32008'],
		['r1-kk', 'ĐV32044']
	]);
});

test('no unit of the week is ranked: three lie below half their members, one has no headcount', () => {
	const unranked = { rank: null, value: null };
	expect(standings.collective).toEqual([
		{
			league: null,
			rows: [
				{
					...unranked,
					unitId: 'doan-xa-nguyen-binh-khiem',
					participants: 10,
					attempts: 18,
					headcount: null,
					flags: ['no_headcount']
				}
			]
		},
		{
			league: 'A',
			rows: [
				{
					...unranked,
					unitId: 'doan-phuong-kien-an',
					participants: 51,
					attempts: 73,
					headcount: 1160,
					flags: ['below_gate']
				},
				{
					...unranked,
					unitId: 'doan-xa-vinh-bao',
					participants: 21,
					attempts: 33,
					headcount: 965,
					flags: ['below_gate']
				}
			]
		},
		{
			league: 'B',
			rows: [
				{
					...unranked,
					unitId: 'doan-phuong-phu-lien',
					participants: 13,
					attempts: 18,
					headcount: 146,
					flags: ['below_gate']
				}
			]
		}
	]);
});
