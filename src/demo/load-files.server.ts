import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { asOperator, play } from './demo-caller.ts';
import { importActivities } from '#lib/activities/import-activities.server.ts';
import { importSessions } from '#lib/activities/import-sessions.server.ts';
import { importItems } from '#lib/bank/import-items.server.ts';
import { importContest } from '#lib/contest/import-contest.server.ts';
import type { ImportReport } from '#lib/kernel/import-report.ts';
import { day, instant } from '#lib/kernel/instant.ts';
import { importRoster } from '#lib/people/import-roster.server.ts';
import { importPlan } from '#lib/plans/import-plan.server.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import { importResults } from '#lib/taking/import-results.server.ts';
import { importHeadcounts } from '#lib/units/import-headcounts.server.ts';
import { importUnits } from '#lib/units/import-units.server.ts';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'data');

export function demoFile(name: string): Promise<string> {
	return readFile(path.join(folder, name), 'utf8');
}

const PLANS = [
	'thai-binh-2023-2025',
	'tam-ky-2021-2025',
	'vinh-bao-2024',
	'kien-an-2024',
	'hai-phong-dti-2022'
];

/** When each part of the demo was loaded, in the demo's own time: before the rounds that need it. */
const at = {
	world: instant('2024-09-04T01:00:00Z'),
	roster: instant('2024-09-05T01:00:00Z'),
	contests: instant('2024-09-20T01:00:00Z'),
	activities: instant('2026-11-02T00:00:00Z'),
	w1: instant('2026-09-20T01:00:00Z')
};

/** Everything of the demo that lies in files, in the order in which each finds what it refers to. */
export async function loadFiles(door: Door): Promise<void> {
	const file = async (name: string) => ({
		text: await demoFile(name),
		fileName: name,
		dryRun: false
	});
	const world = asOperator(door, at.world);
	checked(await play(world, importUnits, await file('units.json')));
	checked(await play(world, importHeadcounts, await file('headcounts.csv')));
	const roster = { unitKey: 'viet-nam', from: day('2024-09-05') };
	checked(
		await play(asOperator(door, at.roster), importRoster, {
			...(await file('roster.csv')),
			...roster
		})
	);
	for (const plan of PLANS) checked(await play(world, importPlan, await file(`plan-${plan}.json`)));
	checked(await play(world, importItems, { ...(await file('items.json')), bankCode: 'CDS' }));
	for (const name of ['contest-w2.json', 'contest-w3.json', 'contest-w4.json'])
		checked(await play(asOperator(door, at.contests), importContest, await file(name)));
	checked(await play(asOperator(door, at.w1), importContest, await file('contest-w1.json')));
	checked(
		await play(asOperator(door, at.activities), importActivities, await file('activities.csv'))
	);
	checked(await play(asOperator(door, at.activities), importSessions, await file('sessions.csv')));
}

const RESULTS = [
	['results-w4.ndjson', 'w4-cbccvc-tam-ky-2024', instant('2024-10-15T01:00:00Z')],
	['results-w2.ndjson', 'w2-thcs-cds-2024', instant('2024-11-25T01:00:00Z')],
	['results-w3.ndjson', 'w3-tam-ky-2024', instant('2024-12-20T01:00:00Z')]
] as const;

/** The attempts of W2, W3 and W4, held elsewhere. */
export async function loadResults(door: Door): Promise<void> {
	for (const [fileName, contestCode, when] of RESULTS) {
		const input = { text: await demoFile(fileName), fileName, contestCode, dryRun: false };
		checked(await play(asOperator(door, when), importResults, input));
	}
}

function checked(report: ImportReport): void {
	const error = report.notes.find(({ level }) => level === 'error');
	if (error)
		throw new Error(
			`the demo's ${report.format}, line ${error.line}: ${error.code} ${JSON.stringify(error.facts ?? {})}`
		);
}
