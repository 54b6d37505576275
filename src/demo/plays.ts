import { addMs, msBetween, type Instant } from '#lib/kernel/instant.ts';
import { seededDraws } from '#lib/kernel/random.ts';

/** How one attempt of the demo goes: fixed by the demo's seed, the person and the round, by nothing else. */
export interface Play {
	/** Round, person and place among their attempts, without any id made by chance. */
	readonly name: string;
	readonly personId: string;
	readonly roundId: string;
	readonly startsAt: Instant;
	/** From the start to the submission; null: never submitted, the time runs out. */
	readonly takesMs: number | null;
	readonly prediction: number;
	/** Answers the question at this place of the paper rightly? */
	answersRight(place: number): boolean;
	/** A whole number below `below`, for choosing among wrong answers. */
	pick(below: number): number;
}

export interface PlayedRound {
	readonly id: string;
	readonly key: string;
	readonly opensAt: Instant;
	readonly closesAt: Instant;
	readonly durationMs: number;
	readonly attemptsMax: number;
}

export interface Player {
	readonly personId: string;
	/** The roster's code: what people do must not depend on ids made by chance. */
	readonly code: string;
}

const seed = Buffer.from('khoabang demo world 1', 'utf8');
const MINUTE = 60_000;

/** The attempts of one person in one round, in order; one person in five never takes part, some try again. */
export function playsOf(player: Player, round: PlayedRound): Play[] {
	const draw = seededDraws(seed, `${round.key}\n${player.code}`);
	const person = seededDraws(seed, player.code);
	const stays = person(100) < 22;
	if (stays || draw(100) >= 60) return [];
	const skill = 40 + person(58);
	const tries = Math.min(
		round.attemptsMax,
		1 + (draw(100) < 35 ? 1 : 0) + (draw(100) < 15 ? 1 : 0)
	);
	const span = msBetween(round.opensAt, round.closesAt) - 3 * 60 * MINUTE;
	const starts = Array.from({ length: tries }, () => draw(Math.floor(span / MINUTE))).sort(
		(a, b) => a - b
	);
	// A second try begins after the first one's time is over, whatever the draws said.
	return starts.map((minute, index) =>
		play({ player, round, draw, index, skill: skill + index * 4 }, minute + index * 45)
	);
}

interface Drawing {
	readonly player: Player;
	readonly round: PlayedRound;
	readonly draw: (below: number) => number;
	readonly index: number;
	readonly skill: number;
}

function play({ player, round, draw, index, skill }: Drawing, minute: number): Play {
	const forgets = draw(100) < 4;
	const takes = 4 * MINUTE + draw(Math.floor(round.durationMs * 0.75) - 4 * MINUTE);
	const startsAt = addMs(round.opensAt, minute * MINUTE + draw(MINUTE));
	return {
		name: `${round.key}\n${player.code}\n${index}`,
		personId: player.personId,
		roundId: round.id,
		startsAt,
		takesMs: forgets ? null : takes,
		prediction: 5 + draw(40),
		answersRight: () => draw(100) < skill,
		pick: draw
	};
}
