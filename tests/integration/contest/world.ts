import { readFileSync } from 'node:fs';
import { importItems } from '#lib/bank/import-items.server.ts';
import { importContest } from '#lib/contest/import-contest.server.ts';
import { operator, type Actor } from '#lib/identity/actor.ts';
import type { UseCase } from '#lib/identity/context.ts';
import type { ImportReport } from '#lib/kernel/import-report.ts';
import { instant } from '#lib/kernel/instant.ts';
import type { Outcome } from '#lib/kernel/outcome.ts';
import { importRoster } from '#lib/people/import-roster.server.ts';
import { listPeopleByCode } from '#lib/people/people.reads.server.ts';
import { importPlan } from '#lib/plans/import-plan.server.ts';
import type { Connections } from '#lib/server/db/client.ts';
import { importUnits } from '#lib/units/import-units.server.ts';
import { runIn } from '#tests/support/contexts.ts';

/** W1's first round: open from 08:00 on 5 October 2026 to 20:00 on the 11th, in Vietnam. */
export const OPENS_AT = instant('2026-10-05T08:00:00+07:00');
export const CLOSES_AT = instant('2026-10-11T20:00:00+07:00');
export const IMPORTED_AT = instant('2026-10-01T08:00:00+07:00');
export const ROSTERED_AT = instant('2026-09-10T08:00:00+07:00');
export const W1 = 'w1-doan-vien-cds-2026';

export interface ContestFile {
	[field: string]: unknown;
	code: string;
	title: string;
	rules: Record<string, unknown>;
	rounds: { id: string; title: string; opensAt: string; closesAt: string }[];
	groups: { id: string; title: string; audiences: string[]; units?: string[] }[];
}

export function demo(file: string): string {
	return readFileSync(new URL(`../../../src/demo/data/${file}`, import.meta.url), 'utf8');
}

export function w1(): ContestFile {
	return JSON.parse(demo('contest-w1.json')) as ContestFile;
}

/** Units, items and the plans of the demo; contests are the tests'. */
export async function loadDemo(connections: Connections): Promise<void> {
	const file = (name: string) => ({ text: demo(name), fileName: name, dryRun: false });
	await load(connections, importUnits, file('units.json'));
	await load(connections, importItems, { ...file('items.json'), bankCode: 'CDS' });
	await load(connections, importPlan, file('plan-kien-an-2024.json'));
	await load(connections, importPlan, file('plan-tam-ky-2021-2025.json'));
}

async function load<I>(
	connections: Connections,
	useCase: UseCase<I, ImportReport>,
	input: I
): Promise<void> {
	const report = valueOf(await runIn(connections, operator, ROSTERED_AT, useCase, input));
	if (report.counts.failed > 0) throw new Error(JSON.stringify(report.notes.slice(0, 3)));
}

export async function importText(
	connections: Connections,
	text: string,
	more: { readonly actor?: Actor; readonly dryRun?: boolean; readonly at?: typeof IMPORTED_AT } = {}
) {
	const input = { text, fileName: 'contest.json', dryRun: more.dryRun ?? false };
	const { actor = operator, at = IMPORTED_AT } = more;
	return await runIn(connections, actor, at, importContest, input);
}

/** The demo's whole roster, accepted at `at`. */
export async function loadRoster(connections: Connections, at = ROSTERED_AT): Promise<void> {
	const input = { text: demo('roster.csv'), fileName: 'roster.csv', unitKey: 'viet-nam' };
	const outcome = await runIn(connections, operator, at, importRoster, { ...input, dryRun: false });
	valueOf(outcome);
}

export async function personOf(connections: Connections, code: string): Promise<string> {
	const [person] = await listPeopleByCode(connections.read, [code]);
	if (person === undefined) throw new Error(`nobody has the code ${code}`);
	return person.id;
}

export function pupil(id: string): Actor {
	return { kind: 'account', accountId: id, personId: id, posts: [] };
}

export function organiser(unitKey: string): Actor {
	return {
		kind: 'account',
		accountId: null,
		personId: null,
		posts: [{ role: 'organiser', unitKey }]
	};
}

export function valueOf<T>(outcome: Outcome<T>): T {
	if (outcome.ok) return outcome.value;
	throw new Error(
		`refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.facts ?? {})}`
	);
}

export function codeOf(outcome: Outcome<unknown>): string {
	return outcome.ok ? 'ok' : outcome.refusal.code;
}
