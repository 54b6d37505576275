import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { BundleTexts } from './public-form.ts';

/** One publishing of a contest at a time: the next one waits, and finds the version taken. */
export async function lockPublishing(tx: WriteDb, contestCode: string): Promise<void> {
	await sql`
		select pg_advisory_xact_lock(hashtextextended(${`khoabang/publish/${contestCode}`}, 0))
	`.execute(tx);
}

export interface NewPublication {
	readonly id: string;
	readonly contestCode: string;
	readonly roundId: string | null;
	readonly version: number;
	readonly publishedAt: Instant;
	readonly publishedBy: string | null;
	readonly standings: string;
	readonly standingsSha256: string;
	readonly full: BundleTexts;
	/** The public form. */
	readonly open: BundleTexts;
}

export async function insertPublication(
	tx: WriteDb,
	{ full, open, ...row }: NewPublication
): Promise<void> {
	await tx
		.insertInto('publication')
		.values({
			...row,
			fullContest: full.contest,
			fullAttempts: full.attempts,
			publicContest: open.contest,
			publicAttempts: open.attempts
		})
		.execute();
}
