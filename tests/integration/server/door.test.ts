import { afterAll, expect, test } from 'vitest';
import { failureResponse } from '#lib/server/door/run-json.server.ts';
import { createLog } from '#lib/server/log.ts';
import { realRandom } from '#lib/server/random.ts';
import { testKeys } from '#tests/support/contexts.ts';
import { freshDatabase } from '#tests/support/database.ts';

const database = await freshDatabase();
afterAll(() => database.close());

const { connections } = database;
const door = { connections, random: realRandom, keys: testKeys, log: createLog('silent') };

test('a bug is answered as a problem that says nothing of what broke', async () => {
	const response = failureResponse(new Error('password of Lan'), 'vi', door);
	const body = await response.text();
	expect(response.status).toBe(500);
	expect(JSON.parse(body)).toMatchObject({ type: '/problems/unexpected', status: 500 });
	expect(body).not.toContain('Lan');
});

test('a database that is away is 503 with a time to come back: the same call may be repeated', () => {
	const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
	const response = failureResponse(away, 'vi', door);
	expect(response.status).toBe(503);
	expect(response.headers.get('retry-after')).toBe('1');
});
