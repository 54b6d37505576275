// `npm run backup:demo`, at the end of each version: writes <version>.backup, the demo as `khoabang backup`
// gives it. Its days are those of WORLD_NOW and its ids come from a seed, so that two runs differ little.
import fs from 'node:fs';
import path from 'node:path';
import { instanceKeys } from '#lib/server/config.ts';
import { connect } from '#lib/server/db/client.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';
import {
	startTemporaryPostgres,
	WITHOUT_DURABILITY
} from '#lib/server/db/temporary-postgres.server.ts';
import { createLog } from '#lib/server/log.ts';
import { loadDemo } from '#src/demo/load-demo.server.ts';
import { khoabang } from '../support/command.ts';
import { seededRandom } from '../support/random.ts';
import { TEST_SECRET } from '../support/secret.ts';
import { WORLD_NOW } from '../support/world-now.ts';

const MOST_BYTES = 2 ** 20;

const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string };
const file = path.join(import.meta.dirname, `${version}.backup`);
const postgres = await startTemporaryPostgres(WITHOUT_DURABILITY);
try {
	await loadWorld(postgres.url);
	const made = await khoabang(['backup', file], { DATABASE_URL: postgres.url });
	process.stderr.write(made.stderr);
	if (made.code !== 0) throw new Error(`khoabang backup ended with ${made.code}`);
	const { size } = fs.statSync(file);
	console.log(`${path.relative('.', file)}: ${Math.ceil(size / 1024)} KB`);
	if (size > MOST_BYTES) throw new Error('a stored backup must stay within 1 MB');
} finally {
	await postgres.stop();
}

async function loadWorld(url: string): Promise<void> {
	const connections = connect({ url, max: 4 });
	try {
		await migrate(connections.write, 'migrations');
		const door = {
			connections,
			random: seededRandom('demo'),
			keys: instanceKeys(TEST_SECRET),
			log: createLog('silent')
		};
		await loadDemo(door, { at: WORLD_NOW, tell: () => undefined });
	} finally {
		await connections.close();
	}
}
