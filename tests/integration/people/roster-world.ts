import { readFileSync } from 'node:fs';
import { operator } from '#lib/identity/actor.ts';
import { day, type Day, type Instant } from '#lib/kernel/instant.ts';
import { importRoster, type RosterReport } from '#lib/people/import-roster.server.ts';
import type { Connections } from '#lib/server/db/client.ts';
import { importUnits } from '#lib/units/import-units.server.ts';
import { asActor } from '#tests/support/contexts.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

const read = (name: string) =>
	readFileSync(new URL(`../../../src/demo/data/${name}`, import.meta.url), 'utf8');

export const DEMO_ROSTER = read('roster.csv');
export const SCHOOL_YEAR = day('2024-09-05');

/** The demo's units, through the use case. */
export async function loadUnits(connections: Connections): Promise<void> {
	const outcome = await asActor(connections, operator, WORLD_NOW).run(importUnits, {
		text: read('units.json'),
		fileName: 'units.json',
		dryRun: false
	});
	if (!outcome.ok || outcome.value.counts.failed > 0) throw new Error(JSON.stringify(outcome));
}

export interface Loading {
	readonly unitKey?: string;
	readonly from?: Day;
	readonly dryRun?: boolean;
	readonly at?: Instant;
}

/** Loads a list as a command does; below Việt Nam from the school year 2024 unless said otherwise. */
export async function loadRoster(
	connections: Connections,
	text: string,
	{ unitKey = 'viet-nam', from = SCHOOL_YEAR, dryRun = false, at = WORLD_NOW }: Loading = {}
): Promise<RosterReport> {
	const outcome = await asActor(connections, operator, at).run(importRoster, {
		...{ text, fileName: 'roster.csv', unitKey, from, dryRun }
	});
	if (!outcome.ok) throw new Error(JSON.stringify(outcome));
	return outcome.value;
}

export const HEAD =
	'Họ và tên,Ngày sinh,Lớp,Mã học sinh,Đơn vị,Đối tượng,Phụ huynh đồng ý,Đồng ý công bố';
/** A list of rows under the usual headings. */
export function aList(...rows: string[]): string {
	return [HEAD, ...rows].join('\n');
}

export async function personIdOf(connections: Connections, code: string): Promise<string> {
	const row = await connections.read
		.selectFrom('person')
		.select('id')
		.where('code', '=', code)
		.executeTakeFirstOrThrow();
	return row.id;
}
