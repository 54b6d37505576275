import { covers } from '#lib/kernel/instant.ts';
import type { IndicatorDefinition } from '#lib/plans/indicator.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { pathOf } from '#lib/units/lineage.ts';
import type { UnitKind } from '#lib/units/unit.ts';
import { headcountBook } from '#lib/units/headcount.ts';
import { listDeclarations } from '#lib/units/headcounts.reads.server.ts';
import { listUnitsOn } from '#lib/units/units.reads.server.ts';
import { askedUnits } from './asked-units.ts';
import { findingOf, type EvidenceAsked, type QuizFacts } from './evidence.ts';
import { knownRoll } from './known-roll.ts';
import { findQuiz } from './quiz-figures.server.ts';
import type { Asked, Gathering } from './gathering.server.ts';
import type { Found, PublicationUsed } from './indicator-result.ts';
import {
	countDistinctPeople,
	listActivityFacts,
	listLeaves,
	type PublishedContest
} from './verdict-facts.reads.server.ts';
import { closedWithin, windowOf } from './window.ts';

export interface Figures {
	readonly found: Found;
	readonly publications: readonly PublicationUsed[];
}

/** Finds what an indicator counts (contract §2, Evidence), and the publications it stands on. */
export async function findFigures(
	db: ReadDb,
	gathering: Gathering,
	definition: IndicatorDefinition
): Promise<Figures> {
	const { plan, asOf } = gathering;
	const period = { from: plan.periodFrom, to: plan.periodTo };
	const window = windowOf(definition.window ?? 'year', period, asOf);
	const asked = { gathering, definition, window };
	switch (definition.evidence) {
		case 'manual':
			return { found: { counts: 'unknown' }, publications: [] };
		case 'events':
			return findEvents(db, asked);
		case 'pass_share':
			return findPassShare(db, asked);
		case 'S1':
		case 'S2':
		case 'S3':
		case 'S2_or_S3':
		case 'activity':
		case 'plan_and_activity':
		case 'document':
		case 'cadence':
			return findUnits(db, {
				...asked,
				evidence: { ...definition, evidence: definition.evidence }
			});
	}
}

async function findUnits(
	db: ReadDb,
	asked: Asked & { readonly evidence: EvidenceAsked }
): Promise<Figures> {
	const { gathering, definition, window, evidence } = asked;
	const units = askedUnits(gathering.units, definition);
	const keys = units.map(({ key }) => key);
	const named = await listUnitsOn(db, keys, gathering.asOf);
	const activities = Map.groupBy(await listActivityFacts(db, keys), ({ unitKey }) => unitKey);
	const quiz = asksQuiz(evidence) ? await findQuiz(db, asked, units) : undefined;
	const found = named.map(({ key, name }) => {
		const facts = { activities: activities.get(key) ?? [], quiz: quiz?.factsOf(key) ?? nobody };
		return { key, name, finding: findingOf(evidence, facts, window) };
	});
	const coverage = quiz && evidence.evidence !== 'S1' ? quiz.coverage : null;
	return {
		found: { counts: 'units', units: found, coverage },
		publications: quiz?.publications ?? []
	};
}

const nobody: QuizFacts = { completed: 0, roll: { known: 0, isWhole: false } };

function asksQuiz({ evidence }: EvidenceAsked): boolean {
	return evidence === 'S1' || evidence === 'S2' || evidence === 'S2_or_S3';
}

/** The plan's contests closed inside the window and published, organised at that level, and confirmed activities of that level. */
async function findEvents(db: ReadDb, asked: Asked): Promise<Figures> {
	const { gathering, definition, window } = asked;
	const contests = planContests(asked).filter(
		({ organiserKey }) => levelOf(gathering, organiserKey) === definition.eventLevel
	);
	const activities = await listActivityFacts(
		db,
		gathering.units.map(({ key }) => key)
	);
	const held = activities.filter(
		({ kind, eventLevel, heldOn, confirmedOn }) =>
			(definition.activityKinds?.some((each) => each === kind) ?? false) &&
			eventLevel === definition.eventLevel &&
			covers(window, heldOn) &&
			confirmedOn !== null &&
			confirmedOn <= gathering.asOf
	);
	return {
		found: { counts: 'events', events: contests.length + held.length },
		publications: contests.map(({ code, version }) => ({ contest: code, version }))
	};
}

/** People of an audience who passed a contest of the plan, over the issuer's headcount. */
async function findPassShare(db: ReadDb, asked: Asked): Promise<Figures> {
	const { gathering, definition } = asked;
	const { audience } = definition;
	if (audience === undefined) return { found: { counts: 'unknown' }, publications: [] };
	const contests = planContests(asked).filter(({ audiences }) => audiences.includes(audience));
	const contestCodes = contests.map(({ code }) => code);
	const leaves = (await listLeaves(db, contestCodes)).map((unitKey) => ({
		unitKey,
		group: 'all',
		audiences: [audience]
	}));
	const people =
		(await countDistinctPeople(db, { contestCodes, measure: 'passed', leaves })).get('all') ?? 0;
	const { key } = gathering.issuer;
	const question = { unitKeys: [key], audience, asOf: gathering.asOf };
	const roll = knownRoll(key, headcountBook(await listDeclarations(db, question)));
	return {
		found: { counts: 'people', people, roll },
		publications: contests.map(({ code, version }) => ({ contest: code, version }))
	};
}

function planContests({ gathering, window }: Asked): PublishedContest[] {
	return gathering.contests.filter(
		(contest) => contest.planCode === gathering.plan.code && closedWithin(contest, window)
	);
}

/** At which level an organiser stands: its nearest commune, district or province. */
function levelOf({ book, kindOf, asOf }: Gathering, unitKey: string): UnitKind | undefined {
	return pathOf(book, unitKey, { tree: 'admin', on: asOf })
		.map(kindOf)
		.find((kind) => kind === 'commune' || kind === 'district' || kind === 'province');
}
