import type { Instant } from '#lib/kernel/instant.ts';
import type { Outcome } from '#lib/kernel/outcome.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { Contest } from './contests.reads.server.ts';
import type { Entry } from './entries.reads.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';

export interface EnsureEntry {
	readonly contest: Contest;
	readonly personId: string;
	readonly at: Instant;
	/** The unit a person of several units takes part for. */
	readonly chosenUnitKey?: string;
}

export async function ensureEntry(
	_tx: WriteDb,
	_input: EnsureEntry
): Promise<Outcome<Entry, ContestRefusal>> {
	return await Promise.resolve(refuse('not-in-scope'));
}
