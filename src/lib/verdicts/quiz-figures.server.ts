import type { ReadDb } from '#lib/server/db/client.ts';
import { listContestLeaves } from '#lib/participation/participation.reads.server.ts';
import type { Audience } from '#lib/units/audience.ts';
import { headcountBook, type HeadcountBook } from '#lib/units/headcount.ts';
import { listDeclarations } from '#lib/units/headcounts.reads.server.ts';
import { pathOf } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { schoolAudiences } from './asked-units.ts';
import type { QuizFacts } from './evidence.ts';
import type { Asked } from './gathering.server.ts';
import type { PublicationUsed } from './indicator-result.ts';
import { knownRoll, summedRoll, type Roll } from './known-roll.ts';
import {
	countDistinctPeople,
	listLeaves,
	type PublishedContest
} from './verdict-facts.reads.server.ts';
import { closedWithin } from './window.ts';

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
	const contests = gathering.contests.filter((contest) => closedWithin(contest, window));
	const contestCodes = contests.map(({ code }) => code);
	const leaves = await leavesOfSchools(db, { gathering, definition, contestCodes, schools });
	const completed = await countDistinctPeople(db, { contestCodes, measure: 'completed', leaves });
	const rolls = await rollsOf(db, { gathering, definition, schools });
	const known = schools.filter(({ key }) => rolls.get(key)?.isWhole).length;
	return {
		factsOf: (key) => ({
			completed: completed.get(key) ?? 0,
			roll: rolls.get(key) ?? summedRoll([])
		}),
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

/** The summed headcount of each school's audiences, as far as it is known. */
async function rollsOf(
	db: ReadDb,
	{ gathering, definition, schools }: SchoolsAsked
): Promise<Map<string, Roll>> {
	const audiences = new Set(schools.flatMap((school) => schoolAudiences(school, definition)));
	const unitKeys = schools.map(({ key }) => key);
	const books = new Map<Audience, HeadcountBook>();
	for (const audience of audiences) {
		const question = { unitKeys, audience, asOf: gathering.asOf };
		books.set(audience, headcountBook(await listDeclarations(db, question)));
	}
	return new Map(
		schools.map((school) => {
			const rolls = schoolAudiences(school, definition).flatMap((audience) => {
				const book = books.get(audience);
				return book ? [knownRoll(school.key, book)] : [];
			});
			return [school.key, summedRoll(rolls)];
		})
	);
}
