import type { ConsentStanding, Purpose } from '#lib/people/consent.ts';

/** What is asked before the first question; purposes 3 and 4 are asked when a certificate or a photo exists. */
export const asked = ['take_part', 'publish'] as const satisfies readonly Purpose[];

/** The answer that stands of the person's own; null: none is chosen, and none is chosen for them. */
export function ownAnswer(standing: ConsentStanding, purpose: Purpose): 'yes' | null {
	return standing.purposes[purpose].missing.includes('own') ? null : 'yes';
}

/** The numbers (from 1) of what a guardian has agreed to. */
export function guardianAgreed(standing: ConsentStanding): number[] {
	if (!standing.guardianNeeded) return [];
	return asked.flatMap((purpose, i) =>
		standing.purposes[purpose].missing.includes('guardian') ? [] : [i + 1]
	);
}
