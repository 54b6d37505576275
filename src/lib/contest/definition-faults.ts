import type { ContestDefinition } from './definition.ts';
import { doubled, rulesFaults, type Fault } from './rules-faults.ts';

/** What is wrong inside a contest's file, without asking the database; `file` pointers. Empty: it holds together. */
export function definitionFaults(definition: ContestDefinition): Fault[] {
	const { groups, leagues, blueprint, rounds, certificates } = definition;
	return [
		...doubled(groups, (group) => group.id, '/groups', 'doubled-group'),
		...doubled(leagues, (league) => league.id, '/leagues', 'doubled-league'),
		...doubled(certificates, (rule) => rule.kind, '/certificates', 'doubled-certificate'),
		...doubled(
			blueprint,
			(cell) => [cell.topic, cell.level].filter((part) => part !== null).join(', '),
			'/blueprint',
			'doubled-cell'
		),
		...doubled(rounds, (round) => round.id, '/rounds', 'doubled-round'),
		...groupFaults(definition),
		...leagueFaults(definition),
		...roundFaults(definition),
		...rulesFaults(definition.rules, {
			rounds: rounds.map((round) => round.id),
			groups: groups.map((group) => group.id)
		}).map((fault) => ({ ...fault, pointer: `/rules${fault.pointer}` }))
	];
}

function groupFaults({ groups, audiences }: ContestDefinition): Fault[] {
	return groups.flatMap((group, index) =>
		group.audiences
			.filter((audience) => !audiences.includes(audience))
			.map((audience) => ({
				pointer: `/groups/${index}/audiences`,
				code: 'group-audience-outside',
				facts: { id: group.id, audience }
			}))
	);
}

function leagueFaults({ leagues }: ContestDefinition): Fault[] {
	return leagues.flatMap((league, index) => {
		const { headcountFrom: from, headcountBelow: below } = league;
		if (from === null || below === null || from < below) return [];
		return [{ pointer: `/leagues/${index}`, code: 'league-empty', facts: { id: league.id } }];
	});
}

function roundFaults({ rounds }: ContestDefinition): Fault[] {
	return rounds.flatMap((round, index) => {
		const faults: Fault[] = [];
		if (round.id === 'final') faults.push({ pointer: `/rounds/${index}/id`, code: 'round-final' });
		if (round.opensAt >= round.closesAt)
			faults.push({
				pointer: `/rounds/${index}/closesAt`,
				code: 'round-never-open',
				facts: { id: round.id }
			});
		return faults;
	});
}
