import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { migrationsOf, releasedVersions } from '../support/stored-backups.ts';
import { findMigrationFaults, hashOf, type Migrations } from './migrations.ts';

const folder = path.resolve(import.meta.dirname, '../../migrations');

function readMigrations(): Migrations {
	const names = fs.readdirSync(folder).filter((name) => name.endsWith('.ts'));
	const text = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');
	return {
		texts: new Map(names.map((name) => [name, text(name)])),
		frozen: JSON.parse(text('hashes.json')) as Record<string, string>,
		released: releasedVersions().flatMap(migrationsOf)
	};
}

test('a migration that was released never changes, and new ones come after it', () => {
	expect(findMigrationFaults(readMigrations())).toEqual([]);
});

const released = { '0002_units__create.ts': hashOf('a') as string };

test.each<[string, Record<string, string>, string]>([
	['a change', { '0002_units__create.ts': 'b' }, 'was released and has changed'],
	['a loss', {}, 'was released and has changed'],
	[
		'an earlier number',
		{ '0002_units__create.ts': 'a', '0001_units__more.ts': '' },
		'must come after'
	],
	[
		'an unknown room',
		{ '0002_units__create.ts': 'a', '0003_shop__create.ts': '' },
		'must be named'
	],
	[
		'a number used twice',
		{ '0002_units__create.ts': 'a', '0003_units__a.ts': '', '0003_units__b.ts': '' },
		'two migrations have number 0003'
	]
])('%s is seen', (_, texts, fault) => {
	const found = findMigrationFaults({
		texts: new Map(Object.entries(texts)),
		frozen: released,
		released: []
	});
	expect(found.join('\n')).toContain(fault);
});

test('a version that was released without freezing its migrations is seen', () => {
	const texts = new Map([['0002_units__create.ts', 'a']]);
	expect(findMigrationFaults({ texts, frozen: {}, released: ['0002_units__create'] })).toEqual([
		'0002_units__create was released and is not frozen: npm run db:freeze'
	]);
});
