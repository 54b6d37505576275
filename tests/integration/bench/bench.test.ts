import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { BenchReport } from '#src/bench/report.ts';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';
import { khoabang } from '#tests/support/command.ts';

const folder = temporaryFolder('khoabang-bench-test-');
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const ROWS = [
	'nothing',
	'insert',
	'signIn',
	'start',
	'save',
	'save.half',
	'submit',
	'result',
	'flow',
	'board'
];

test('the load run with four people answers everything, and its books balance', async () => {
	const file = path.join(folder, 'bench.json');
	const words = ['bench', '--people', '4', '--rounds', '1', '--clients', '4', '-o', file, '--json'];
	const run = await khoabang(words);
	expect(run.stderr).toMatch(/^machine: \d+ cores/m);
	expect(run.code).toBe(0);

	const report = JSON.parse(run.stdout) as BenchReport;
	expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(report);
	expect(report.machine.postgres).toMatch(/fsync on, synchronous_commit on$/);
	expect(report.serverErrors).toEqual([]);
	for (const row of ROWS) expect(report.rows[row], row).toMatchObject({ errors: 0 });
	for (const row of ROWS) expect(report.rows[row]?.done, row).toBeGreaterThan(0);
	// Each person once in the phases and once the whole way, in the round and in the one to warm up.
	expect(report.books).toEqual({ attempts: 16, answers: 320, boardRows: 4, faults: [] });
}, 180_000);

test.each([
	['--people', '0', '--people must be a whole number from 1 to 20000'],
	['--rounds', 'x', '--rounds must be a whole number from 1 to 20']
])('a load run of %s %s is refused as wrong usage', async (option, value, sentence) => {
	const run = await khoabang(['bench', option, value]);
	expect(run.code).toBe(2);
	expect(run.stderr).toContain(sentence);
});
