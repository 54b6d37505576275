import { expect } from 'vitest';
import { sha256Hex } from '#lib/kernel/digest.ts';
import { tallyUnits } from '#lib/standings/unit-tally.ts';
import { aRules, standingsFor, type RawBundle } from './bundle.fixture.ts';
import { holds } from './property.fixture.ts';
import type { Standings } from './standings-document.ts';
import { known } from './worlds.fixture.ts';

type StandingsOf = (bundle: RawBundle) => Standings;

holds<StandingsOf>(
	'R13 the actual counts people, not attempts',
	{ real: standingsFor, faulty: (bundle) => standingsFor(predicting(bundle, 'ATTEMPTS')) },
	(standingsOf, { bundle }) => {
		for (const quantity of ['ALL_CORRECT_PEOPLE', 'PARTICIPANTS']) {
			const [round] = standingsOf(predicting(bundle, quantity)).rounds;
			expect(round?.actual).toBe(
				peopleOfFirstRound(bundle, quantity === 'PARTICIPANTS' ? 0 : 3).size
			);
		}
	}
);

/** Who has a valid attempt of at least so many marks in the first round, counted from the raw files. */
function peopleOfFirstRound(bundle: RawBundle, marks: number): Set<unknown> {
	const { attemptsMax } = Object(bundle.contest['rules']);
	const [round] = bundle.contest['rounds'] as { opensAt: string; closesAt: string }[];
	const people = bundle.contest['people'] as Record<string, unknown>[];
	const counting = bundle.attempts.filter((attempt) => {
		const person = people.find(({ id }) => id === attempt['personId']);
		const startedAt = String(attempt['startedAt']);
		return (
			attempt['roundId'] === 'r1' &&
			attempt['void'] === null &&
			person?.['excluded'] === null &&
			Number(attempt['seq']) <= attemptsMax + Number(person['extraAttempts']) &&
			String(round?.opensAt) <= startedAt &&
			startedAt < String(round?.closesAt) &&
			Number(attempt['score']) >= marks
		);
	});
	return new Set(counting.map((attempt) => attempt['personId']));
}

function predicting(bundle: RawBundle, quantity: string): RawBundle {
	const rules = { ...Object(bundle.contest['rules']), prediction: { quantity, rule: 'abs' } };
	return { ...bundle, contest: { ...bundle.contest, rules } };
}

/** Every prize drawn, by a chain that leaves ties. */
function drawn(bundle: RawBundle): RawBundle {
	const rules = Object(bundle.contest['rules']);
	const prizes = rules.prizes.map((prize: object) => ({ ...prize, tie: 'draw' }));
	const ranking = { ...rules.ranking, round: [['score', 'desc']] };
	return { ...bundle, contest: { ...bundle.contest, rules: { ...rules, prizes, ranking } } };
}

/** Who registered when, and who stands first in the file, is turned round. */
function registeredOtherwise(bundle: RawBundle): RawBundle {
	const people = (bundle.contest['people'] as Record<string, unknown>[]).toReversed();
	const instants = people.map((person) => person['registeredAt']).toReversed();
	const swapped = people.map((person, index) => ({ ...person, registeredAt: instants[index] }));
	return { ...bundle, contest: { ...bundle.contest, people: swapped } };
}

/** Draws from who registered first instead of from the committed seed. */
function drawnByRegistration(bundle: RawBundle): Standings {
	const [seed, rounds] = [
		sha256Hex(JSON.stringify(bundle.contest['people'])),
		bundle.contest['rounds']
	];
	const seeded = (rounds as object[]).map((round) => ({
		...round,
		draw: { commitment: seed, seed }
	}));
	return standingsFor({ ...bundle, contest: { ...bundle.contest, rounds: seeded } });
}

holds<StandingsOf>(
	'R14 a draw hangs on the revealed seed alone, not on who registered first',
	{ real: standingsFor, faulty: drawnByRegistration },
	(standingsOf, { bundle }) => {
		const one = drawn(bundle);
		expect(standingsOf(registeredOtherwise(one)).prizes).toEqual(standingsOf(one).prizes);
	}
);

/** Counts a person in their unit and the one above, and forgets the rest. */
const onlyOneUp: typeof tallyUnits = (units, participants) => {
	const flat = units.map((unit) => ({
		...unit,
		parentId: units.find(({ id }) => id === unit.parentId)?.parentId ? null : unit.parentId
	}));
	return tallyUnits(flat, participants);
};

holds<typeof tallyUnits>(
	'R15 each person counts once: a unit is its direct members and its children',
	{ real: tallyUnits, faulty: onlyOneUp },
	(tally, world) => {
		const { contest, people } = known(world);
		const counted = people.map(({ unitId }) => ({ unitId, attempts: 1, score: 1 }));
		const tallies = tally(contest.units, counted);
		const at = (id: string) => tallies.get(id)?.participants ?? 0;
		for (const { id } of contest.units) {
			const direct = people.filter((person) => person.unitId === id).length;
			const children = contest.units.filter((unit) => unit.parentId === id);
			expect(at(id)).toBe(direct + children.reduce((sum, child) => sum + at(child.id), 0));
		}
		expect(at('u0')).toBe(people.length);
	}
);

holds<StandingsOf>(
	'R16 attempts beyond those granted never count',
	{ real: standingsFor, faulty: (bundle) => standingsFor(withOneMore(bundle)) },
	(standingsOf, { bundle }) => {
		const { attemptsMax } = Object(bundle.contest['rules']);
		const people = bundle.contest['people'] as { id: string; extraAttempts: number }[];
		for (const round of standingsOf(bundle).rounds)
			for (const row of round.groups.flatMap((group) => group.rows)) {
				const granted = attemptsMax + people.find(({ id }) => id === row.personId)?.extraAttempts;
				const chosen = bundle.attempts.find(({ id }) => id === row.attemptId);
				expect(row.attempts).toBeLessThanOrEqual(granted);
				expect(chosen?.['seq']).toBeLessThanOrEqual(granted);
			}
	}
);

function withOneMore(bundle: RawBundle): RawBundle {
	const rules = Object(bundle.contest['rules']);
	const contest = {
		...bundle.contest,
		rules: aRules({ ...rules, attemptsMax: rules.attemptsMax + 1 })
	};
	return { ...bundle, contest };
}
