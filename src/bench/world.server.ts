import { CONTEST, contestFile, rosterCsv } from './world-files.ts';
import { asOperator, asPerson, play } from '#src/demo/demo-caller.ts';
import { demoFile } from '#src/demo/load-files.server.ts';
import { importItems } from '#lib/bank/import-items.server.ts';
import { listRounds } from '#lib/contest/contests.reads.server.ts';
import { enterRostered } from '#lib/contest/enter-rostered.server.ts';
import { importContest } from '#lib/contest/import-contest.server.ts';
import type { ImportReport } from '#lib/kernel/import-report.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { giveConsent } from '#lib/people/give-consent.server.ts';
import { importRoster } from '#lib/people/import-roster.server.ts';
import { issueUnitCards } from '#lib/people/issue-cards.server.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import { importUnits } from '#lib/units/import-units.server.ts';

/** What a load run works on. */
export interface BenchWorld {
	readonly roundId: string;
	/** A sign-in card for each person. */
	readonly cards: readonly string[];
}

export interface WorldWanted {
	readonly people: number;
	/** Attempts that each person may have. */
	readonly attempts: number;
	/** When the round opens: now. */
	readonly at: Instant;
}

/** How many consents are written at once. */
const AT_ONCE = 4;

/** Fills an empty, migrated database through the use cases, as an operator would. */
export async function buildWorld(door: Door, wanted: WorldWanted): Promise<BenchWorld> {
	const { at, people } = wanted;
	const who = asOperator(door, at);
	await loadUnitsAndBank(door, at);
	const roster = { ...file('roster.csv', rosterCsv(people)), unitKey: 'viet-nam' };
	loaded(await play(who, importRoster, roster));
	const contest = contestFile(await demoFile('contest-w1.json'), wanted);
	loaded(await play(who, importContest, file('contest.json', contest)));
	const { cards } = await play(who, issueUnitCards, { unitKey: 'viet-nam', reissue: false });
	const waiting = cards.map(({ personId }) => personId);
	await Promise.all(Array.from({ length: AT_ONCE }, () => consentAll(door, at, waiting)));
	await play(who, enterRostered, { contestCode: CONTEST });
	const [round] = await listRounds(door.connections.read, CONTEST);
	if (!round || cards.length !== people) throw new Error('the load run’s world is not complete');
	return { roundId: round.id, cards: cards.map(({ card }) => card) };
}

async function loadUnitsAndBank(door: Door, at: Instant): Promise<void> {
	const who = asOperator(door, at);
	const named = async (name: string) => file(name, await demoFile(name));
	loaded(await play(who, importUnits, await named('units.json')));
	loaded(await play(who, importItems, { ...(await named('items.json')), bankCode: 'CDS' }));
}

async function consentAll(door: Door, at: Instant, waiting: string[]): Promise<void> {
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
		await play(asPerson(door, next, at), giveConsent, { purposes: { take_part: true } });
}

function file(fileName: string, text: string) {
	return { text, fileName, dryRun: false };
}

function loaded(report: ImportReport): void {
	const error = report.notes.find(({ level }) => level === 'error');
	if (error) throw new Error(`${report.format}, line ${error.line}: ${error.code}`);
}
