/** What the people of a unit and of everything below it did. */
export interface UnitTally {
	/** Distinct people with a valid attempt in any round. */
	readonly participants: number;
	/** Their valid attempts. */
	readonly attempts: number;
	/** Σ of their final scores. */
	readonly score: number;
}

export interface UnitNode {
	readonly id: string;
	readonly parentId: string | null;
}

/** A person who took part, in the unit they are counted in. */
export interface Participant {
	readonly unitId: string;
	readonly attempts: number;
	readonly score: number;
}

export const nobodyYet: UnitTally = { participants: 0, attempts: 0, score: 0 };

/**
 * Counts each person once in their own unit and in every ancestor (contract §4.9). The units are a
 * forest: circles are refused before.
 */
export function tallyUnits(
	units: readonly UnitNode[],
	participants: Iterable<Participant>
): Map<string, UnitTally> {
	const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
	const tallies = new Map<string, UnitTally>();
	for (const person of participants)
		for (let at: string | null = person.unitId; at !== null; at = parents.get(at) ?? null)
			tallies.set(at, plus(tallies.get(at) ?? nobodyYet, person));
	return tallies;
}

function plus(tally: UnitTally, person: Participant): UnitTally {
	return {
		participants: tally.participants + 1,
		attempts: tally.attempts + person.attempts,
		score: tally.score + person.score
	};
}
