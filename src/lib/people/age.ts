import { dayOf, type Instant } from '#lib/kernel/instant.ts';

// Only the year of birth is kept, so an age is known to within a year. Where a rule protects the young,
// somebody counts as young until they certainly are not.

/** Whole years that somebody born in `birthYear` has lived at least, on the Vietnamese day of `at`. */
export function certainAge(birthYear: number, at: Instant): number {
	return Number(dayOf(at).slice(0, 4)) - birthYear - 1;
}

/** Trẻ em: under 16 (domain §7); needs the guardian's consent beside their own. */
export function mayBeChild(birthYear: number, at: Instant): boolean {
	return certainAge(birthYear, at) < 16;
}

/** Under 18: the name is masked wherever it is published (domain §7, Publication). */
export function mayBeMinor(birthYear: number, at: Instant): boolean {
	return certainAge(birthYear, at) < 18;
}
