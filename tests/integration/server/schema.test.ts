import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeRowTypes } from '#src/cli/db-describe.ts';
import { describeSchema } from '#lib/server/db/describe-schema.server.ts';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';
import { freshDatabase } from '#tests/support/database.ts';

const database = await freshDatabase();
afterAll(() => database.close());

test('schema.sql describes what the migrations make', async () => {
	const described = await describeSchema(database.connections.write);
	expect(described).toBe(fs.readFileSync('migrations/schema.sql', 'utf8'));
});

test('the row types are those of the migrated tables', () => {
	const folder = temporaryFolder('khoabang-types-');
	const file = path.join(folder, 'tables.ts');
	writeRowTypes(database.url, file);
	const made = fs.readFileSync(file, 'utf8');
	fs.rmSync(folder, { recursive: true });
	expect(made).toBe(fs.readFileSync('src/lib/server/db/tables.ts', 'utf8'));
});

test('every table says in a comment what it holds', () => {
	const schema = fs.readFileSync('migrations/schema.sql', 'utf8');
	const tables = [...schema.matchAll(/^create table (\w+)/gm)].map(([, name]) => name as string);
	const silent = tables.filter((name) => !schema.includes(`comment on table ${name} is`));
	expect(silent).toEqual([]);
});
