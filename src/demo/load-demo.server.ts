import { asOperator, play } from './demo-caller.ts';
import { giveConsents } from './give-consents.server.ts';
import { loadFiles, loadResults } from './load-files.server.ts';
import { openAccess, type DemoAccess } from './open-access.server.ts';
import { openContests } from './open-contests.server.ts';
import { playContest } from './play-contest.server.ts';
import { enterRostered } from '#lib/contest/enter-rostered.server.ts';
import { instant, type Instant } from '#lib/kernel/instant.ts';
import { projectParticipation } from '#lib/participation/project-participation.server.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import { findInstanceFact, recordInstanceFact } from '#lib/server/instance.server.ts';
import { projectBoard } from '#lib/standings/project-board.server.ts';
import { publishRound } from '#lib/results/publish-round.server.ts';
import { endExpired } from '#lib/taking/end-expired.server.ts';
import { rememberingSources, type Sources } from '#lib/taking/sources.server.ts';

const W1 = 'w1-doan-vien-cds-2026';

/** After W1's last round: what was never handed in has run out of time. */
const AFTER_W1 = instant('2026-11-02T01:00:00Z');

/** Is the demo in this database, for good? */
export async function isDemo(door: Door): Promise<boolean> {
	return (await findInstanceFact(door.connections.read, 'demo')) !== undefined;
}

export type Telling = (step: string) => void;

/**
 * Loads the demo world into an empty database: files through their imports, people through the use cases,
 * with a seed and constant instants, so that two instances hold the same contests. The open contests begin
 * at `at`. `tell` hears of each step.
 */
export async function loadDemo(
	door: Door,
	{ at, tell }: { readonly at: Instant; readonly tell: Telling }
): Promise<DemoAccess> {
	await loadPast(door, tell);
	tell('cuộc thi đang mở, tài khoản, thẻ');
	return openPresent(door, at);
}

/** The named world up to the publication of W1: the same whenever it is loaded. */
export async function loadPast(door: Door, tell: Telling): Promise<void> {
	const sources = rememberingSources();
	tell('đơn vị, danh sách, kế hoạch, câu hỏi, cuộc thi');
	await loadFiles(door);
	for (const [contestCode, when] of REGISTERED)
		await play(asOperator(door, instant(when)), enterRostered, { contestCode });
	await loadResults(door);
	tell('bốn tuần thi của đoàn viên');
	await giveConsents(door, W1);
	await playContest(door, sources, W1);
	while ((await endExpired(door.connections.write, AFTER_W1)) > 0);
	await foldAll(door, sources, AFTER_W1);
	await publishResults(door);
}

/** What begins at `at`: the open contests, and the ways in. */
export async function openPresent(door: Door, at: Instant): Promise<DemoAccess> {
	await openContests(door, at);
	const access = await openAccess(door, at);
	await play(asOperator(door, at), enterRostered, {});
	await foldAll(door, rememberingSources(), at);
	await door.connections.write
		.transaction()
		.execute((tx) => recordInstanceFact(tx, { key: 'demo', value: '1', at }));
	return access;
}

const REGISTERED = [
	['w2-thcs-cds-2024', '2024-09-21T01:00:00Z'],
	['w3-tam-ky-2024', '2024-09-21T01:00:00Z'],
	['w4-cbccvc-tam-ky-2024', '2024-09-21T01:00:00Z'],
	[W1, '2026-09-21T01:00:00Z']
] as const;

/** What was published, and when: W1 week by week and as a whole, W3 and W4. W2 needs a later version. */
const PUBLISHED = [
	['w4-cbccvc-tam-ky-2024', null, '2024-10-16T02:00:00Z'],
	['w3-tam-ky-2024', null, '2024-12-23T02:00:00Z'],
	[W1, 'r1', '2026-10-13T02:00:00Z'],
	[W1, 'r2', '2026-10-20T02:00:00Z'],
	[W1, 'r3', '2026-10-27T02:00:00Z'],
	[W1, 'r4', '2026-11-03T02:00:00Z'],
	[W1, null, '2026-11-03T03:00:00Z']
] as const;

async function publishResults(door: Door): Promise<void> {
	for (const [contestCode, roundKey, when] of PUBLISHED)
		await play(asOperator(door, instant(when)), publishRound, { contestCode, roundKey });
}

/** Boards and participation are complete before the first visitor comes. */
async function foldAll(door: Door, sources: Sources, at: Instant): Promise<void> {
	const { write } = door.connections;
	while ((await projectBoard(write, { sources, at })) > 0);
	while ((await projectParticipation(write, { sources, at })) > 0);
}
