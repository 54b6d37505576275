import type { Rules } from '#lib/contest/rules.ts';

/** What a publication lists: rounds by their keys, and whether it is the whole contest's. */
export interface Listed {
	readonly roundKeys: readonly string[];
	readonly whole: boolean;
}

/** The rules of a publication: its prizes are those on listed rounds; on the final only in the whole (§4.7). */
export function publishedRules(rules: Rules, { roundKeys, whole }: Listed): Rules {
	const prizes = rules.prizes.filter(({ on }) => (on === 'final' ? whole : roundKeys.includes(on)));
	return { ...rules, prizes };
}

interface Closing {
	readonly id: string;
	readonly closesAt: string;
}

/** A round's publication lists it and every round closed before it; the contest's lists all (§4.7). */
export function listedRounds<Round extends Closing>(
	rounds: readonly Round[],
	round: Round | null
): Round[] {
	if (round === null) return [...rounds];
	return rounds.filter((one) => one.id === round.id || one.closesAt <= round.closesAt);
}
