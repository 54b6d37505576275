import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { connect, type Connections } from '#lib/server/db/client.ts';
import { describeSchema } from '#lib/server/db/describe-schema.server.ts';
import { findInstanceFact } from '#lib/server/instance.server.ts';
import { restoreBackup } from '#lib/server/db/restore.server.ts';
import { dropDatabase, emptyDatabase, freshDatabase } from '#tests/support/database.ts';
import { backupsFolder, releasedVersions, storedBackups } from '#tests/support/stored-backups.ts';

const fresh = await freshDatabase();
afterAll(() => fresh.close());

async function count({ read }: Connections, table: string): Promise<number | undefined> {
	const { rows } = await sql<{
		n: number;
	}>`select count(*) as n from ${sql.table(table)}`.execute(read);
	return rows[0]?.n;
}

test('each version that was released has left its demo behind', () => {
	const versions = storedBackups().map((name) => path.basename(name, '.backup'));
	expect(versions).toEqual(expect.arrayContaining(['0.1.0', ...releasedVersions()]));
});

test.each(storedBackups())(
	'%s is small, is restored and migrated to today’s schema',
	async (name) => {
		const file = path.join(backupsFolder, name);
		expect(fs.statSync(file).size).toBeLessThanOrEqual(2 ** 20);

		const url = await emptyDatabase();
		const connections = connect({ url, max: 2 });
		await restoreBackup(connections, { file, migrations: path.resolve('migrations') });
		expect(await describeSchema(connections.write)).toBe(
			await describeSchema(fresh.connections.write)
		);
		expect(await findInstanceFact(connections.read, 'demo')).toBeDefined();
		// Of each kind of thing that the first version held, all are there.
		expect(await count(connections, 'unit')).toBeGreaterThanOrEqual(140);
		expect(await count(connections, 'person')).toBeGreaterThanOrEqual(497);
		expect(await count(connections, 'plan')).toBeGreaterThanOrEqual(5);
		expect(await count(connections, 'attempt')).toBeGreaterThan(156);
		expect(await count(connections, 'publication')).toBeGreaterThanOrEqual(7);
		await connections.close();
		await dropDatabase(url);
	}
);
