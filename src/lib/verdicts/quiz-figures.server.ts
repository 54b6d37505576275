import { startOfDay, type Period } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { listContestLeaves } from '#lib/participation/participation.reads.server.ts';
import { pathOf } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { listHeadcounts } from '#lib/units/units.reads.server.ts';
import { schoolAudiences } from './asked-units.ts';
import type { QuizFacts } from './evidence.ts';
import type { Asked } from './gathering.server.ts';
import type { PublicationUsed } from './indicator-result.ts';
import {
	countDistinctPeople,
	listLeaves,
	type PublishedContest
} from './verdict-facts.reads.server.ts';

/** S1 and S2 of many schools at once. */
export interface Quiz {
	factsOf(schoolKey: string): QuizFacts;
	readonly coverage: readonly [number, number];
	readonly publications: readonly PublicationUsed[];
}

/** S1 and S2: distinct people of each school's audiences in contests closed inside the window, and the summed roll. */
export async function findQuiz(
	db: ReadDb,
	{ gathering, definition, window }: Asked,
	schools: readonly Unit[]
): Promise<Quiz> {
	const contests = gathering.contests.filter((contest) => closedInside(contest, window));
	const contestCodes = contests.map(({ code }) => code);
	const leaves = await leavesOfSchools(db, { gathering, definition, contestCodes, schools });
	const completed = await countDistinctPeople(db, { contestCodes, measure: 'completed', leaves });
	const rolls = await rollsOf(db, { gathering, definition, schools });
	const known = schools.filter(({ key }) => (rolls.get(key) ?? null) !== null).length;
	return {
		factsOf: (key) => ({ completed: completed.get(key) ?? 0, roll: rolls.get(key) ?? null }),
		coverage: [known, schools.length],
		publications: await publicationsOf(db, contests, leaves)
	};
}

/** Of these contests, those that people of the schools are entered in. */
async function publicationsOf(
	db: ReadDb,
	contests: readonly PublishedContest[],
	leaves: readonly { readonly unitKey: string }[]
): Promise<PublicationUsed[]> {
	const ours = new Set(leaves.map(({ unitKey }) => unitKey));
	const entered = (await listContestLeaves(db)).filter(({ unitKey }) => ours.has(unitKey));
	const codes = new Set(entered.map(({ contestCode }) => contestCode));
	return contests
		.filter(({ code }) => codes.has(code))
		.map(({ code, version }) => ({ contest: code, version }));
}

interface SchoolsAsked extends Pick<Asked, 'gathering' | 'definition'> {
	readonly schools: readonly Unit[];
}

/** Which school each leaf unit with people belongs to, by the tree of the counting day. */
async function leavesOfSchools(
	db: ReadDb,
	asked: SchoolsAsked & { readonly contestCodes: readonly string[] }
) {
	const { gathering, definition, schools, contestCodes } = asked;
	const byKey = new Map(schools.map((school) => [school.key, school]));
	const leaves = await listLeaves(db, contestCodes);
	return leaves.flatMap((unitKey) => {
		const path = pathOf(gathering.book, unitKey, { tree: 'admin', on: gathering.asOf });
		const school = path.map((key) => byKey.get(key)).find((each) => each !== undefined);
		if (!school) return [];
		return [{ unitKey, group: school.key, audiences: schoolAudiences(school, definition) }];
	});
}

/** The summed headcount of each school's audiences; null where one of them is missing. */
async function rollsOf(
	db: ReadDb,
	{ gathering, definition, schools }: SchoolsAsked
): Promise<Map<string, number | null>> {
	const audiences = new Set(schools.flatMap((school) => schoolAudiences(school, definition)));
	const unitKeys = schools.map(({ key }) => key);
	const heads = new Map<string, ReadonlyMap<string, { readonly value: number } | null>>();
	for (const audience of audiences)
		heads.set(audience, await listHeadcounts(db, { unitKeys, audience, asOf: gathering.asOf }));
	return new Map(
		schools.map((school) => {
			const parts = schoolAudiences(school, definition).map(
				(audience) => heads.get(audience)?.get(school.key)?.value
			);
			const whole = parts.length > 0 && parts.every((part) => part !== undefined);
			return [school.key, whole ? parts.reduce((sum: number, part) => sum + (part ?? 0), 0) : null];
		})
	);
}

/** A contest is closed on the day that its last instant belongs to: closing at midnight ends the day before. */
function closedInside({ closedAt }: PublishedContest, window: Period): boolean {
	return (
		startOfDay(window.from) < closedAt && (window.to === null || closedAt <= startOfDay(window.to))
	);
}
