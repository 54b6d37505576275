import type { Fault } from '#lib/kernel/json-file.ts';
import type { ContestDefinition } from './definition.ts';
import { doubled, rulesFaults } from './rules-faults.ts';

/** What is wrong inside a contest's file, without asking the database; `file` pointers. Empty: it holds together. */
export function definitionFaults(definition: ContestDefinition): Fault[] {
	const { groups, leagues, blueprint, rounds, certificates } = definition;
	return [
		...doubled(groups, (group) => group.id, { pointer: '/groups', code: 'doubled-group' }),
		...doubled(leagues, (league) => league.id, { pointer: '/leagues', code: 'doubled-league' }),
		...doubled(certificates, (rule) => rule.kind, {
			pointer: '/certificates',
			code: 'doubled-certificate'
		}),
		...doubled(
			blueprint,
			(cell) => [cell.topic, cell.level].filter((part) => part !== null).join(', '),
			{ pointer: '/blueprint', code: 'doubled-cell' }
		),
		...doubled(rounds, (round) => round.id, { pointer: '/rounds', code: 'doubled-round' }),
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

/** What the database knows of the names a contest's file uses. */
export interface KnownReferences {
	readonly units: ReadonlySet<string>;
	/** Units in scope, whole subtrees of the ranked tree on `headcountAsOf`. */
	readonly scope: ReadonlySet<string>;
	readonly banks: ReadonlySet<string>;
	readonly topics: ReadonlySet<string>;
	readonly levels: ReadonlySet<string>;
	readonly plans: ReadonlySet<string>;
}

/** Names that stand for nothing here, each where the file uses it (contract §3). */
export function referenceFaults(definition: ContestDefinition, known: KnownReferences): Fault[] {
	const { bank, practice, plan } = definition;
	return [
		...unitFaults(definition, known),
		...(known.banks.has(bank) ? topicFaults(definition, known) : [unknown('/bank', 'bank', bank)]),
		...(practice === null || known.banks.has(practice.bank)
			? []
			: [unknown('/practice/bank', 'bank', practice.bank)]),
		...(plan === null || known.plans.has(plan) ? [] : [unknown('/plan', 'plan', plan)])
	];
}

function unknown(pointer: string, what: string, id: string): Fault {
	return { pointer, code: `unknown-${what}`, facts: { id } };
}

/** Where a file names units, and whether they must lie inside the scope. */
function unitsNamed(definition: ContestDefinition) {
	const { organiser, units, groups, rankedUnits } = definition;
	const listed = (keys: readonly string[], at: string, inside: boolean) =>
		keys.map((key, index) => ({ key, pointer: `${at}/${index}`, inside }));
	return [
		{ key: organiser, pointer: '/organiser', inside: false },
		...listed(units, '/units', false),
		...groups.flatMap((group, index) => listed(group.units ?? [], `/groups/${index}/units`, true)),
		...('units' in rankedUnits ? listed(rankedUnits.units, '/rankedUnits/units', true) : [])
	];
}

function unitFaults(definition: ContestDefinition, known: KnownReferences): Fault[] {
	return unitsNamed(definition).flatMap(({ key, pointer, inside }) => {
		if (!known.units.has(key)) return [{ pointer, code: 'unknown-unit', facts: { key } }];
		if (inside && !known.scope.has(key))
			return [{ pointer, code: 'unit-outside-scope', facts: { key } }];
		return [];
	});
}

function topicFaults({ blueprint }: ContestDefinition, known: KnownReferences): Fault[] {
	return blueprint.flatMap(({ topic, level }, index) => {
		const at = `/blueprint/${index}`;
		const faults: Fault[] = [];
		if (!known.topics.has(topic)) faults.push(unknown(`${at}/topic`, 'topic', topic));
		if (level !== null && !known.levels.has(level))
			faults.push(unknown(`${at}/level`, 'level', level));
		return faults;
	});
}
