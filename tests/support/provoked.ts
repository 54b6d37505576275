import { appendFileSync } from 'node:fs';
import path from 'node:path';

const seen = new Set<string>();

/**
 * Notes that a test provoked a refusal. Called for every `refuse` inside a test process; tests that ask a
 * server over HTTP call it with the code of the problem they got.
 */
export function noteProvoked(code: string): void {
	const folder = process.env.KHOABANG_TEST_REFUSALS;
	if (folder === undefined || seen.has(code)) return;
	seen.add(code);
	appendFileSync(path.join(folder, `${process.pid}.txt`), `${code}\n`);
}
