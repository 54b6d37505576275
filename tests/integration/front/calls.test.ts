import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AttemptView, StartedAttempt } from '#lib/taking/attempt-view.ts';
import {
	ALLOWANCE_MS,
	DURATION_MS,
	later,
	OPEN,
	takingWorld,
	type TakingWorld
} from '../taking/world.ts';
import { frontServer, type FrontServer } from './front-server.ts';

let world: TakingWorld;
let server: FrontServer;
beforeAll(async () => {
	world = await takingWorld();
	server = await frontServer(world, OPEN);
});
beforeEach(() => server.setTime(OPEN));
afterAll(async () => {
	expect(server.log).toEqual([]);
	await server.close();
	await world.close();
});

async function started(who: string): Promise<StartedAttempt> {
	const reply = await server.call(who, 'POST', `/rounds/${world.roundId}/attempts`);
	expect([200, 201]).toContain(reply.status);
	return reply.body as unknown as StartedAttempt;
}
async function looked(who: string, id: string): Promise<AttemptView> {
	return (await server.call(who, 'GET', `/attempts/${id}`)).body as unknown as AttemptView;
}

describe('a whole attempt over HTTP', () => {
	test('start, save, resume elsewhere, predict, submit', async () => {
		const path = `/rounds/${world.roundId}/attempts`;
		const first = await server.call('An', 'POST', path);
		expect(first.status).toBe(201);
		expect(first.headers.get('cache-control')).toBe('no-store');
		expect(first.headers.get('x-content-type-options')).toBe('nosniff');
		const { attempt, writer, paper } = first.body as unknown as StartedAttempt;
		expect(Object.keys(first.body).sort()).toEqual(['attempt', 'paper', 'writer']);
		const single = paper.items.find((item) => item.type === 'single');
		const response = single?.type === 'single' ? single.options[0]?.id : null;
		const at = `/attempts/${attempt.id}`;
		const save = { response, clientSeq: 1, writer };
		expect(
			(await server.call('An', 'PUT', `${at}/responses/${single?.position}`, { body: save })).body
		).toEqual({
			clientSeq: 1,
			savedAt: OPEN,
			deadline: later(DURATION_MS),
			serverTime: OPEN
		});
		const again = await server.call('An', 'POST', path);
		expect([again.status, again.body.writer]).toEqual([200, 2]);
		const left = await server.call('An', 'PUT', `${at}/responses/${single?.position}`, {
			body: { ...save, clientSeq: 9 }
		});
		expect(left.status).toBe(409);
		expect(left.body).toMatchObject({
			type: '/problems/continued-elsewhere',
			stored: { response, clientSeq: 1 }
		});
		expect((await server.call('An', 'GET', `${at}/pulse`)).body).toEqual({
			status: 'open',
			writer: 2,
			deadline: later(DURATION_MS),
			serverTime: OPEN,
			notices: []
		});
		expect((await server.call('An', 'POST', `${at}/submission`, { body: {} })).body).toMatchObject({
			type: '/problems/prediction-needed',
			status: 422,
			errors: [{ pointer: '/prediction' }]
		});
		await server.call('An', 'PUT', `${at}/prediction`, { body: { value: 287, clientSeq: 1 } });
		const submitted = await server.call('An', 'POST', `${at}/submission`);
		expect(submitted).toMatchObject({ status: 200, body: { submittedAt: OPEN } });
		expect((await server.call('An', 'POST', `${at}/submission`)).body).toEqual(submitted.body);
		expect(await looked('An', attempt.id)).toMatchObject({
			attempt: { status: 'submitted' },
			submission: submitted.body,
			prediction: { value: 287 }
		});
	});

	test('twenty saves at once are all acknowledged and all there', async () => {
		const { attempt, paper } = await started('Binh');
		const replies = await Promise.all(
			paper.items.map(({ position }) =>
				server.call('Binh', 'PUT', `/attempts/${attempt.id}/responses/${position}`, {
					body: { response: null, clientSeq: position }
				})
			)
		);
		expect(replies.map((reply) => reply.status)).toEqual(paper.items.map(() => 200));
		expect((await looked('Binh', attempt.id)).responses).toHaveLength(20);
	});

	test('after the end a single save is refused and a batch is kept apart', async () => {
		const { attempt } = await started('Chi');
		server.setTime(later(DURATION_MS + ALLOWANCE_MS));
		const at = `/attempts/${attempt.id}`;
		const single = await server.call('Chi', 'PUT', `${at}/responses/1`, {
			body: { response: null, clientSeq: 1 }
		});
		expect([single.status, single.body.type]).toEqual([409, '/problems/attempt-ended']);
		const responses = [{ position: 1, response: null, clientSeq: 1 }];
		const batch = await server.call('Chi', 'POST', `${at}/responses`, { body: { responses } });
		expect([batch.status, batch.body]).toEqual([202, { late: 1 }]);
	});
});

describe('the door', () => {
	const anAttempt = '/attempts/0190b6f0-0000-7000-8000-000000000000';
	const save = { response: null, clientSeq: 1 };

	test.each([
		[
			'a foreign page',
			'PUT',
			'/responses/1',
			{ body: save, headers: { origin: 'https://evil.example' } },
			403,
			'foreign-origin'
		],
		['JSON that is none', 'PUT', '/responses/1', { raw: '{"response":' }, 400, 'unreadable-json'],
		[
			'bytes that are no UTF-8',
			'PUT',
			'/responses/1',
			{ raw: Uint8Array.of(0x22, 0xff, 0x22) },
			400,
			'unreadable-json'
		],
		[
			'a form',
			'PUT',
			'/responses/1',
			{ raw: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
			415,
			'wrong-content-type'
		],
		[
			'a body over 256 KB',
			'PUT',
			'/responses/1',
			{ raw: JSON.stringify({ response: 'x'.repeat(262_144) }) },
			413,
			'too-large'
		],
		['a wrong method', 'DELETE', '', {}, 405, 'wrong-method'],
		['a wrong method on a list', 'GET', '/responses', {}, 405, 'wrong-method'],
		['no clientSeq', 'PUT', '/responses/1', { body: { response: null } }, 422, 'invalid'],
		[
			'a clientSeq of 0',
			'PUT',
			'/responses/1',
			{ body: { response: null, clientSeq: 0 } },
			422,
			'invalid'
		],
		['no response', 'PUT', '/responses/1', { body: { clientSeq: 1 } }, 422, 'invalid'],
		['a position that is no number', 'PUT', '/responses/x', { body: save }, 422, 'invalid'],
		['an array', 'PUT', '/responses/1', { body: [] }, 422, 'invalid'],
		[
			'too many at once',
			'POST',
			'/responses',
			{ body: { responses: Array.from({ length: 501 }, () => ({ position: 1, ...save })) } },
			422,
			'invalid'
		],
		['an attempt that is not theirs', 'PUT', '/responses/1', { body: save }, 404, 'not-found']
	] as const)('%s', async (_, method, path, more, status, code) => {
		const reply = await server.call('An', method, `${anAttempt}${path}`, more);
		expect([reply.status, reply.body.type]).toEqual([status, `/problems/${code}`]);
		expect(reply.headers.get('content-type')).toBe('application/problem+json');
		expect(reply.body.title).not.toBe('');
	});

	test('names each wrong field by its place', async () => {
		const reply = await server.call('An', 'PUT', `${anAttempt}/responses/0`, {
			body: { clientSeq: 'x' }
		});
		const pointers = (reply.body.errors as { pointer: string }[]).map((error) => error.pointer);
		expect(pointers.sort()).toEqual(['/clientSeq', '/path/position', '/response']);
	});

	test('a wrong method names the right ones', async () => {
		const reply = await server.call('An', 'DELETE', `${anAttempt}/submission`);
		expect(reply.headers.get('allow')).toBe('POST');
	});

	test('a bearer needs no Origin, a cookie does', async () => {
		const path = `/rounds/${world.roundId}/attempts`;
		const bearer = await server.call(null, 'POST', path, {
			headers: { authorization: 'Bearer Em', origin: '' }
		});
		expect(bearer.status).toBe(201);
		const cookie = await server.call('Em', 'POST', path, { headers: { origin: 'null' } });
		expect(cookie.status).toBe(403);
	});

	test('nobody signed in is 401, without consent 403', async () => {
		const path = `/rounds/${world.roundId}/attempts`;
		expect((await server.call(null, 'POST', path)).body.type).toBe('/problems/sign-in-needed');
		expect((await server.call('Giang', 'POST', path)).body.type).toBe('/problems/consent-missing');
	});

	test('speaks the reader’s language', async () => {
		const path = `${anAttempt}/pulse`;
		const en = await server.call('An', 'GET', path, { headers: { 'accept-language': 'en-GB' } });
		const vi = await server.call('An', 'GET', path, { headers: { 'accept-language': 'fr' } });
		expect([en.headers.get('content-language'), vi.headers.get('content-language')]).toEqual([
			'en',
			'vi'
		]);
		expect(en.body.title).not.toBe(vi.body.title);
	});

	test('leaves every other address to the framework', async () => {
		expect((await server.call('An', 'GET', '/me')).body).toEqual({ text: 'framework' });
	});
});
