import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StartedAttempt } from '#lib/taking/attempt-view.ts';
import { later, OPEN, takingWorld, type TakingWorld } from '../taking/world.ts';
import { frontServer, type FrontServer } from './front-server.ts';

let world: TakingWorld;
let server: FrontServer;
beforeAll(async () => {
	world = await takingWorld();
	server = await frontServer(world, OPEN);
});
afterAll(async () => {
	await server.close();
	await world.close();
});

const MINUTES_5 = 300_000;

/** Sends the head and the first byte, lets time pass, then the rest. */
async function dribble(path: string, body: string): Promise<Record<string, unknown>> {
	return new Promise((resolve, reject) => {
		const headers = {
			'content-type': 'application/json',
			'content-length': Buffer.byteLength(body),
			cookie: 'kb_session=An',
			origin: server.origin
		};
		const request = http.request(`${server.origin}/api/v1${path}`, { method: 'POST', headers });
		request.on('error', reject);
		request.on('response', (response) => {
			let text = '';
			response.on('data', (chunk: Buffer) => (text += chunk.toString()));
			response.on('end', () => resolve(JSON.parse(text) as Record<string, unknown>));
		});
		request.write(body.slice(0, 1));
		void sleep(200).then(() => {
			server.setTime(later(MINUTES_5));
			request.end(body.slice(1));
		});
	});
}

test('a submission counts from its last byte: who dribbles it gains no time', async () => {
	server.setTime(OPEN);
	const begun = await server.call('An', 'POST', `/rounds/${world.roundId}/attempts`);
	const { attempt } = begun.body as unknown as StartedAttempt;
	const answer = await dribble(`/attempts/${attempt.id}/submission`, '{"prediction":5}');
	expect(answer['submittedAt']).toBe(later(MINUTES_5));
});
