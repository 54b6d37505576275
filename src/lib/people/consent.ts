import type { Instant } from '#lib/kernel/instant.ts';
import { mayBeChild } from './age.ts';

/** What a person may agree to, each apart (domain §7): take part; publish name and rank; certificate page; photos. */
export const purposes = ['take_part', 'publish', 'certificate', 'photos'] as const;
export type Purpose = (typeof purposes)[number];
export type GivenBy = 'child' | 'guardian' | 'self';
/** Whose yes is asked: the person's own, or the guardian's. */
export type Voice = 'own' | 'guardian';

export interface ConsentRow {
	readonly id: string;
	readonly purpose: Purpose;
	readonly givenBy: GivenBy;
	readonly recordedAt: Instant;
	readonly withdrawnAt: Instant | null;
}

export interface PurposeStanding {
	/** Every voice that is needed has said yes. */
	readonly given: boolean;
	readonly missing: readonly Voice[];
}

export interface ConsentStanding {
	readonly guardianNeeded: boolean;
	readonly purposes: Readonly<Record<Purpose, PurposeStanding>>;
}

export function voiceOf(givenBy: GivenBy): Voice {
	return givenBy === 'guardian' ? 'guardian' : 'own';
}

/** Rows that stand at `at`: recorded by then and not withdrawn. */
export function standingRows(rows: readonly ConsentRow[], at: Instant): ConsentRow[] {
	return rows.filter(
		(row) => row.recordedAt <= at && (row.withdrawnAt === null || at < row.withdrawnAt)
	);
}

/**
 * What stands and what is missing. Under 16 (until certainly 16) both the child and the guardian must
 * agree; later the person alone, and what they agreed to as a child goes on (domain §7, strict reading).
 */
export function consentStandingOf(
	birthYear: number,
	rows: readonly ConsentRow[],
	at: Instant
): ConsentStanding {
	const guardianNeeded = mayBeChild(birthYear, at);
	const needed: readonly Voice[] = guardianNeeded ? ['own', 'guardian'] : ['own'];
	const standing = standingRows(rows, at);
	const of = (purpose: Purpose): PurposeStanding => {
		const said = standing
			.filter((row) => row.purpose === purpose)
			.map((row) => voiceOf(row.givenBy));
		const missing = needed.filter((voice) => !said.includes(voice));
		return { given: missing.length === 0, missing };
	};
	return {
		guardianNeeded,
		purposes: {
			take_part: of('take_part'),
			publish: of('publish'),
			certificate: of('certificate'),
			photos: of('photos')
		}
	};
}

/** The standing rows that a voice's "no" to a purpose ends. */
export function rowsToWithdraw(
	rows: readonly ConsentRow[],
	no: { readonly purpose: Purpose; readonly voice: Voice; readonly at: Instant }
): ConsentRow[] {
	return standingRows(rows, no.at).filter(
		(row) => row.purpose === no.purpose && voiceOf(row.givenBy) === no.voice
	);
}
