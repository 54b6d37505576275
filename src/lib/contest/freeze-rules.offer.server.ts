import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { recordRulesFreeze } from './contests.writes.server.ts';

/**
 * The first attempt of a contest (started, or imported) calls this: from here its rules stand and an
 * import that would change them is refused. Again: nothing happens. Waits for an import in progress, so
 * read the round again afterwards when `contest.rulesFrozenAt` was null.
 */
export async function freezeRules(
	tx: WriteDb,
	input: { readonly contestCode: string; readonly at: Instant }
): Promise<void> {
	await recordRulesFreeze(tx, { contestCode: input.contestCode, frozenAt: input.at });
}
