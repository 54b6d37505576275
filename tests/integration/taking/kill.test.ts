import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { issueCard } from '#lib/identity/issue-card.offer.server.ts';
import { instantOf } from '#lib/kernel/instant.ts';
import { connect, type Connections } from '#lib/server/db/client.ts';
import { startEmbeddedPostgres, type Running } from '#lib/server/db/embedded-postgres.server.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';
import { realRandom } from '#lib/server/random.ts';
import type { StartedAttempt } from '#lib/taking/attempt-view.ts';
import { testKeys } from '#tests/support/contexts.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { fillWorld } from './world.ts';

const KILLS = 5;
const HOUR = 3_600_000;
const PEOPLE = ['An', 'Binh', 'Chi', 'Em'] as const;
const folder = temporaryFolder('khoabang-kill-');
const dataDir = path.join(folder, 'pg');

let postgres: Running;
afterAll(async () => {
	await postgres.stop();
	rmSync(folder, { recursive: true, force: true });
});

interface Acknowledged {
	readonly attemptId: string;
	readonly position: number;
	readonly clientSeq: number;
}

test('every acknowledged answer outlives kill -9 of server and PostgreSQL, five times', async () => {
	postgres = await startEmbeddedPostgres({ dataDir });
	await inDatabase((connections) => expectDefaultDurability(connections));
	const cards = await inDatabase(prepare);
	const acknowledged: Acknowledged[] = [];
	for (let kill = 1; kill <= KILLS; kill++) {
		const before = acknowledged.length;
		const site = await startSite({ databaseUrl: postgres.url, expected: [/./] });
		await saveUntilKilled(site, { ...cards, kill }, acknowledged);
		postgres = await startEmbeddedPostgres({ dataDir });
		expect(acknowledged.length - before).toBeGreaterThan(20);
		expect(await inDatabase((connections) => missing(connections, acknowledged))).toEqual([]);
	}
}, 300_000);

async function inDatabase<T>(work: (connections: Connections) => Promise<T>): Promise<T> {
	const connections = connect({ url: postgres.url, max: 4 });
	try {
		return await work(connections);
	} finally {
		await connections.close();
	}
}

async function expectDefaultDurability({ write }: Connections): Promise<void> {
	for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
		const { rows } = await sql<Record<string, string>>`show ${sql.raw(setting)}`.execute(write);
		expect(Object.values(rows[0] ?? {})).toEqual(['on']);
	}
}

async function prepare(connections: Connections) {
	await migrate(connections.write, path.resolve('migrations'));
	const now = Date.now();
	const { roundId, people } = await fillWorld(connections, (contest) => {
		contest.rounds = contest.rounds.slice(0, 1);
		for (const round of contest.rounds) {
			round.opensAt = instantOf(now - HOUR);
			round.closesAt = instantOf(now + 2 * HOUR);
		}
		contest.rules.prizes = [];
	});
	const at = instantOf(now);
	const cards = await connections.write.transaction().execute(async (tx) => {
		const issued: string[] = [];
		for (const name of PEOPLE) {
			const accountId = people[name].personId as string;
			const issue = { accountId, at, random: realRandom, keys: testKeys };
			issued.push((await issueCard(tx, issue)).card);
		}
		return issued;
	});
	return { roundId, cards };
}

interface Hour {
	readonly roundId: string;
	readonly cards: readonly string[];
	readonly kill: number;
}

/** Everybody saves as fast as they are answered; in the middle of it both processes are killed. */
async function saveUntilKilled(
	site: Site,
	hour: Hour,
	acknowledged: Acknowledged[]
): Promise<void> {
	const stopping = new AbortController();
	const savers = hour.cards.map((card) =>
		saveOn(site, { ...hour, card }, { acknowledged, stopping })
	);
	const enough = acknowledged.length + 100;
	while (acknowledged.length < enough) await sleep(20);
	await sleep(37 * hour.kill);
	killPostgres();
	process.kill(site.pid, 'SIGKILL');
	stopping.abort();
	await Promise.all(savers);
	await site.stop();
}

function killPostgres(): void {
	const file = readFileSync(path.join(dataDir, 'data', 'postmaster.pid'), 'utf8');
	process.kill(Number(file.split('\n')[0]), 'SIGKILL');
}

async function saveOn(
	site: Site,
	who: Hour & { readonly card: string },
	{ acknowledged, stopping }: { acknowledged: Acknowledged[]; stopping: AbortController }
): Promise<void> {
	const call = async (method: string, at: string, body: object, cookie = '') => {
		const headers = { origin: site.baseUrl, 'content-type': 'application/json', cookie };
		return fetch(`${site.baseUrl}/api/v1${at}`, { method, headers, body: JSON.stringify(body) });
	};
	const session = await call('POST', '/sessions', { card: who.card });
	const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0];
	const started = await call('POST', `/rounds/${who.roundId}/attempts`, {}, cookie);
	const { attempt, writer } = (await started.json()) as StartedAttempt;
	for (let turn = 1; !stopping.signal.aborted; turn++) {
		const save = { position: (turn % 20) + 1, clientSeq: turn };
		const at = `/attempts/${attempt.id}/responses/${save.position}`;
		const { clientSeq } = save;
		const reply = await call('PUT', at, { response: null, clientSeq, writer }, cookie).catch(
			() => null
		);
		if (reply === null) return;
		if (reply.status === 200) acknowledged.push({ attemptId: attempt.id, ...save });
	}
}

/** Acknowledged saves that the database does not hold. */
async function missing(
	{ read }: Connections,
	acknowledged: readonly Acknowledged[]
): Promise<Acknowledged[]> {
	const rows = await read
		.selectFrom('response')
		.select(['attemptId', 'position', 'writer', 'clientSeq'])
		.execute();
	const count = new Map<string, number>();
	for (const row of rows) {
		const key = `${row.attemptId}/${row.position}/${row.clientSeq}`;
		count.set(key, (count.get(key) ?? 0) + 1);
	}
	// Each start is a new writer, which counts its saves from 1 again: as many rows as acknowledgements.
	return acknowledged.filter(({ attemptId, position, clientSeq }) => {
		const key = `${attemptId}/${position}/${clientSeq}`;
		const left = count.get(key) ?? 0;
		count.set(key, left - 1);
		return left < 1;
	});
}
