import fs from 'node:fs';
import { expect, test } from 'vitest';
import { report } from './exceptions.ts';
import { planted, readSources } from './sources.ts';
import { findTableFaults, readOwners } from './table-owners.ts';

test('each table is written by its owner alone, and read by its owner and later rooms', () => {
	const faults = findTableFaults(readSources(), readOwners());
	expect(report(faults, ['table-owner', 'table-reader'])).toEqual([]);
});

test('every migration says whose tables it makes', () => {
	const owners = readOwners();
	expect(owners.get('unit')).toBe('units');
	expect(owners.get('outbox')).toBe('server');
});

test('the map names each table with its owner', () => {
	const map = fs.readFileSync('src/lib/README.md', 'utf8');
	const named = [...map.matchAll(/^\| (\w+) +\|[^|]*\|([^|]*)\|$/gm)].flatMap(([, room, tables]) =>
		(tables ?? '')
			.split(',')
			.map((table) => `${room}: ${table.trim()}`)
			.filter((pair) => /: [a-z_]+$/.test(pair))
	);
	const owned = [...readOwners()].map(([table, room]) => `${room}: ${table}`);
	expect(named.sort()).toEqual(owned.sort());
});

const owners = new Map([
	['unit', 'units'],
	['person', 'people'],
	['import_run', 'people'],
	['outbox', 'server']
]);

const violations: readonly (readonly [guard: string, file: string, text: string])[] = [
	['table-owner', 'src/lib/people/people.writes.server.ts', `tx.insertInto('unit')`],
	['table-owner', 'src/lib/people/people.reads.server.ts', `db.updateTable('person')`],
	['table-owner', 'src/lib/units/units.writes.server.ts', `tx.deleteFrom('importRun')`],
	['table-owner', 'src/lib/people/people.writes.server.ts', 'sql`update unit set code = 1`'],
	['table-owner', 'src/cli/repair.ts', 'sql`delete from person`'],
	['table-owner', 'src/lib/units/units.writes.server.ts', 'sql`insert into outbox values (1)`'],
	['table-reader', 'src/lib/units/units.reads.server.ts', `db.selectFrom('person')`],
	[
		'table-reader',
		'src/lib/units/units.reads.server.ts',
		'sql`select 1 from unit join person on true`'
	],
	['table-reader', 'src/lib/server/jobs/a.server.ts', `db.selectFrom('unit')`]
];

test.each(violations)('%s: the use in %s is seen (%s)', (guard, file, text) => {
	const found = findTableFaults(planted({ [file]: text }), owners);
	expect(found.map((fault) => fault.guard)).toContain(guard);
});

test('the owner writes, a later room reads, and a word of a text is no table', () => {
	const files = {
		'src/lib/units/units.writes.server.ts': `tx.insertInto('unit'); sql\`update unit set code = 1\``,
		'src/lib/people/people.reads.server.ts': `db.selectFrom('unit').innerJoin('person', 'a', 'b')`
	};
	expect(findTableFaults(planted(files), owners)).toEqual([]);
});
