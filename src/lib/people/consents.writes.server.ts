import { sha256 } from '#lib/kernel/digest.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { CONSENT_TEXT_VERSION, hashedText } from './consent-text.ts';
import type { GivenBy, Purpose } from './consent.ts';

export interface NewConsent {
	readonly id: string;
	readonly personId: string;
	readonly purpose: Purpose;
	readonly givenBy: GivenBy;
	readonly guardianName: string | null;
	readonly guardianRelation: string | null;
	readonly channel: 'web' | 'paper';
	readonly recordedAt: Instant;
	readonly recordedBy: string | null;
}

const ROWS_AT_ONCE = 2_000;

/** Records consents to the text in force, with its version and hash. */
export async function recordConsents(tx: WriteDb, consents: readonly NewConsent[]): Promise<void> {
	const rows = consents.map((consent) => ({
		...consent,
		textVersion: CONSENT_TEXT_VERSION,
		textHash: sha256(hashedText(consent.purpose))
	}));
	for (let i = 0; i < rows.length; i += ROWS_AT_ONCE)
		await tx
			.insertInto('consent')
			.values(rows.slice(i, i + ROWS_AT_ONCE))
			.execute();
}

export interface Withdrawal {
	readonly consentId: string;
	readonly withdrawnBy: GivenBy;
	readonly channel: 'web' | 'paper';
	readonly recordedAt: Instant;
	readonly recordedBy: string | null;
}

/** Of two withdrawals of the same consent at once, one is kept. */
export async function recordWithdrawals(
	tx: WriteDb,
	withdrawals: readonly Withdrawal[]
): Promise<void> {
	if (withdrawals.length === 0) return;
	await tx
		.insertInto('consentWithdrawal')
		.values([...withdrawals])
		.onConflict((conflict) => conflict.column('consentId').doNothing())
		.execute();
}
