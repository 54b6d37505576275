import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '#src/routes/api/operations.ts';
import type { Operation } from '#lib/server/door/openapi.ts';
import { apiWorld, nobody, type ApiWorld, type Caller, type Reply } from './world.ts';

const API = '/api/v1';
const all: readonly Operation[] = operations;
let world: ApiWorld;
let pupil: Caller;
let other: Caller;
let official: Caller;
let attempt: string;

beforeAll(async () => {
	world = await apiWorld();
	pupil = await world.signIn(world.cards[0]);
	other = await world.signIn(world.cards[1]);
	official = await world.token('official', 'thanh-pho-hai-phong');
	const started = await world.call(pupil, 'POST', `${API}/rounds/${world.openRound}/attempts`);
	expect(started.status).toBe(201);
	attempt = (started.body.attempt as { id: string }).id;
}, 240_000);
afterAll(() => world.close());

const get = (path: string, headers: Record<string, string> = {}, who = nobody) =>
	world.call(who, 'GET', `${API}${path}`, { headers });

/** Holds an answer against the operation's own schema: nothing missing, nothing that is not written there. */
function expectShape(id: string, reply: Reply): void {
	const schema = all.find((operation) => operation.id === id)?.answers[reply.status]?.schema;
	if (!schema) throw new Error(`${id} says nothing of ${reply.status}`);
	expect(schema.parse(reply.body)).toEqual(reply.body);
}

function expectProblem(reply: Reply, status: number, code: string): void {
	expect([reply.status, reply.body.type]).toEqual([status, `/problems/${code}`]);
	expect(reply.headers.get('content-type')).toBe('application/problem+json');
	expect(reply.body).toMatchObject({ status, title: expect.stringMatching(/\S/) });
}

describe('every answer', () => {
	test.each([
		['a page', '/'],
		['a page that is not there', '/khong-co'],
		['the list of contests', `${API}/contests`],
		['an unknown call', `${API}/khong-co`],
		['a call of the front', `${API}/attempts/x`],
		['the process', '/healthz'],
		['the database', '/readyz'],
		['the metrics', '/metrics'],
		['an address that cannot be read', '/%E0%A4%A'],
		['an address of the API that cannot be read', `${API}/contests/%E0%A4%A`]
	])(
		'%s carries nosniff and a referrer policy, and opens itself to no other site',
		async (_, at) => {
			const { status, headers } = await world.call(nobody, 'GET', at, {
				headers: { origin: 'https://elsewhere.example' }
			});
			expect(status).toBeLessThan(500);
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('referrer-policy')).toBe('same-origin');
			expect(headers.get('access-control-allow-origin')).toBeNull();
		}
	);

	test('files and chunks carry them too', async () => {
		const page = await world.call(nobody, 'GET', '/');
		const file = /(?:href|src)="\.?(\/_app\/[^"]+)"/.exec(page.text)?.[1] ?? '';
		const { status, headers } = await world.call(nobody, 'GET', file);
		expect([status, headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
	});

	test.each(['/', '/vao', '/api', '/khong-co'])('the page %s has a strict policy', async (at) => {
		const policy = (await world.call(nobody, 'GET', at)).headers.get('content-security-policy');
		expect(policy).toMatch(/frame-ancestors 'none'/);
		expect(policy).not.toMatch(/unsafe-inline/);
	});

	test('of an attempt is not stored anywhere', async () => {
		for (const path of [`/attempts/${attempt}`, `/attempts/${attempt}/pulse`, '/me'])
			expect((await get(path, {}, pupil)).headers.get('cache-control')).toBe('no-store');
	});
});

describe('answers have the shapes of the document', () => {
	test('in the public calls', async () => {
		expectShape('listContests', await get('/contests'));
		const contests = (await get('/contests')).body.contests as { code: string }[];
		for (const { code } of contests) expectShape('getContest', await get(`/contests/${code}`));
		expectShape('getContest', await get('/contests/w2-mo', {}, pupil));
		for (const by of ['person', 'unit'])
			expectShape('getStandings', await get(`/rounds/${world.openRound}/standings?by=${by}`));
	});

	test('in a board of a round that has closed', async () => {
		const w1 = (await get('/contests/w1-doan-vien-cds-2026')).body;
		const [first] = w1.rounds as { id: string }[];
		for (const by of ['person', 'unit']) {
			const board = await get(`/rounds/${first?.id}/standings?by=${by}&limit=200`);
			expect((board.body.rows as unknown[]).length).toBeGreaterThan(0);
			expectShape('getStandings', board);
		}
	});

	test('in the calls of the caller', async () => {
		expectShape('getMe', await get('/me', {}, pupil));
		expectShape('getMe', await get('/me', {}, official));
		const body = { purposes: { take_part: true } };
		expectShape('putConsents', await world.call(pupil, 'PUT', `${API}/me/consents`, { body }));
	});

	test('in the figures', async () => {
		expectShape(
			'getParticipation',
			await get('/contests/w2-thcs-cds-2024/participation?unit=thanh-pho-hai-phong', {}, official)
		);
		expectShape('getIndicators', await get('/plans/kien-an-2024/indicators', {}, official));
	});

	test('in a whole attempt', async () => {
		const round = `${API}/rounds/${world.openRound}/attempts`;
		expectProblem(await world.call(other, 'POST', round), 403, 'consent-missing');
		const yes = { body: { purposes: { take_part: true } } };
		expectShape('putConsents', await world.call(other, 'PUT', `${API}/me/consents`, yes));
		const resumed = await world.call(other, 'POST', round);
		const again = await world.call(other, 'POST', round);
		expect([resumed.status, again.status]).toEqual([201, 200]);
		expectShape('startAttempt', resumed);
		expectShape('startAttempt', again);
		const at = `${API}/attempts/${(again.body.attempt as { id: string }).id}`;
		const one = { response: null, clientSeq: 1 };
		const put = (rest: string, body: unknown) => world.call(other, 'PUT', `${at}${rest}`, { body });
		const post = (rest: string, body: unknown) =>
			world.call(other, 'POST', `${at}${rest}`, { body });
		expectShape('putResponse', await put('/responses/1', one));
		expectShape(
			'postResponses',
			await post('/responses', { responses: [{ position: 2, ...one }] })
		);
		const prediction = await put('/prediction', { value: 3, clientSeq: 1 });
		if (prediction.status === 200) expectShape('putPrediction', prediction);
		else expectProblem(prediction, 409, 'prediction-not-asked');
		expectShape('getPulse', await world.call(other, 'GET', `${at}/pulse`));
		const submitted = await post('/submission', {});
		expectShape('submitAttempt', submitted);
		expect((await post('/submission', {})).body).toEqual(submitted.body);
		expectShape('getAttempt', await world.call(other, 'GET', at));
		expectShape('verify', await get(`/verify/${String(submitted.body.receipt)}`));
		expectProblem(await put('/responses/1', { ...one, clientSeq: 2 }), 409, 'attempt-ended');
		const late = await post('/responses', { responses: [{ position: 1, ...one, clientSeq: 3 }] });
		expect(late.status).toBe(202);
		expectShape('postResponses', late);
	});
});

describe('doors', () => {
	test.each([
		['sign-in', 'POST', '/sessions', { card: 'ABCD-EFGH 123456' }],
		['a consent', 'PUT', '/me/consents', { purposes: {} }],
		['signing out', 'DELETE', '/sessions/current', undefined],
		['a start', 'POST', '/rounds/x/attempts', {}],
		['a save', 'PUT', '/attempts/x/responses/1', {}]
	])('%s from another site, or from nowhere, is refused', async (_, method, path, body) => {
		for (const origin of ['https://elsewhere.example', 'null', '']) {
			const sent = { headers: { origin }, ...(body && { body }) };
			const reply = await world.call(pupil, method, `${API}${path}`, sent);
			expectProblem(reply, 403, 'foreign-origin');
		}
		expect((await get('/me', {}, pupil)).status).toBe(200);
	});

	test('a token writes without an Origin, and a page’s form from elsewhere does not', async () => {
		const bare = { name: 'official', headers: { ...official.headers, origin: '' } };
		const reply = await world.call(bare, 'PUT', `${API}/me/consents`, { body: { purposes: {} } });
		expectProblem(reply, 404, 'not-found');
		const form = await world.call(pupil, 'POST', '/vao?/sign-out', {
			raw: '',
			headers: {
				origin: 'https://elsewhere.example',
				'content-type': 'application/x-www-form-urlencoded'
			}
		});
		expect(form.status).toBe(403);
	});

	test.each([
		['POST', `${API}/contests`],
		['DELETE', `${API}/me`],
		['PUT', `${API}/sessions`],
		['PATCH', `${API}/sessions/current`],
		['GET', `${API}/sessions`],
		['GET', `${API}/rounds/x/attempts`],
		['DELETE', `${API}/attempts/x`]
	])('%s %s is no method of that address', async (method, path) => {
		const reply = await world.call(pupil, method, path);
		expectProblem(reply, 405, 'wrong-method');
		expect(reply.headers.get('allow')).toMatch(/[A-Z]/);
	});

	test('an unknown call is a problem, whatever the method', async () => {
		for (const method of ['GET', 'POST', 'DELETE'])
			expectProblem(await world.call(pupil, method, `${API}/khong-co`), 404, 'not-found');
	});

	test('HEAD answers as GET does, without a body', async () => {
		for (const path of ['/contests', `/rounds/${world.openRound}/standings`]) {
			const reply = await world.call(nobody, 'HEAD', `${API}${path}`);
			expect([reply.status, reply.text]).toEqual([200, '']);
		}
	});

	test('an address that only its own person knows is 404 to another, 401 to nobody', async () => {
		for (const rest of ['', '/pulse']) {
			expectProblem(await get(`/attempts/${attempt}${rest}`, {}, other), 404, 'not-found');
			expectProblem(await get(`/attempts/${attempt}${rest}`, {}, official), 404, 'not-found');
			expectProblem(await get(`/attempts/${attempt}${rest}`), 401, 'sign-in-needed');
		}
		const body = { response: null, clientSeq: 1 };
		const at = `${API}/attempts/${attempt}/responses/1`;
		expectProblem(await world.call(other, 'PUT', at, { body }), 404, 'not-found');
	});

	test('figures are 401 without a session, and 404 beyond one’s units', async () => {
		const stranger = await world.token('official', 'thanh-pho-da-nang');
		for (const path of ['/contests/w2-mo/participation', '/plans/kien-an-2024/indicators']) {
			expectProblem(await get(path), 401, 'sign-in-needed');
			expectProblem(await get(path, {}, stranger), 404, 'not-found');
			expect((await get(path, {}, official)).status).toBe(200);
		}
	});

	test('a token that nobody knows is nobody', async () => {
		const unknown = { name: 'unknown', headers: { authorization: 'Bearer x' } };
		expectProblem(await get('/me', {}, unknown), 401, 'sign-in-needed');
	});
});

describe('what is wrong with a request', () => {
	const pointersOf = ({ body }: Reply) =>
		(body.errors as { pointer: string; code: string }[]).map(({ pointer }) => pointer).sort();

	test('is named field by field, in the body and in the path', async () => {
		const at = `${API}/attempts/${attempt}/responses/mot`;
		const reply = await world.call(pupil, 'PUT', at, { body: { clientSeq: 0, writer: 'x' } });
		expectProblem(reply, 422, 'invalid');
		expect(pointersOf(reply)).toEqual(['/clientSeq', '/path/position', '/response', '/writer']);
	});

	test('is named inside lists, and in names that hold a slash', async () => {
		const at = `${API}/attempts/${attempt}/responses`;
		const entry = { position: 1, response: null, clientSeq: 1 };
		const responses = [entry, { ...entry, position: 0 }];
		const reply = await world.call(pupil, 'POST', at, { body: { responses } });
		expect(pointersOf(reply)).toEqual(['/responses/1/position']);
		const body = { card: 'x', 'a/b~c': 1 };
		const unknown = await world.call(nobody, 'POST', `${API}/sessions`, { body });
		expect(pointersOf(unknown)).toEqual(['/a~1b~0c']);
	});

	test('is named in the query', async () => {
		const reply = await get(`/rounds/${world.openRound}/standings?limit=0&by=x`);
		expectProblem(reply, 422, 'invalid');
		expect(pointersOf(reply)).toEqual(['/query/by', '/query/limit']);
	});
});

describe('language', () => {
	test.each([
		['en-GB,en;q=0.9', 'en', /contest|page/],
		['fr, en;q=0.4, vi;q=0.8', 'vi', /Không/],
		['fr', 'vi', /Không/]
	])('of Accept-Language %s is %s', async (accepted, language, words) => {
		const reply = await get('/contests/khong-co', { 'accept-language': accepted });
		expect(reply.headers.get('content-language')).toBe(language);
		expect(reply.body.title).toMatch(words);
		expect(reply.body.type).toBe('/problems/not-found');
	});
});

describe('sessions', () => {
	test('the cookie is HttpOnly, Lax, for the whole site, and not Secure over plain http', async () => {
		const body = { card: world.cards[1] };
		const reply = await world.call(nobody, 'POST', `${API}/sessions`, { body });
		expectShape('signIn', reply);
		const cookie = reply.headers.getSetCookie().join();
		expect(cookie).toMatch(/^kb_session=[^;]{20,};/);
		expect(cookie).toMatch(/HttpOnly/i);
		expect(cookie).toMatch(/SameSite=Lax/i);
		expect(cookie).toMatch(/Path=\/(;|$)/i);
		expect(cookie).not.toMatch(/Secure/i);
		expect(reply.text).not.toContain(cookie.slice(11, 40));
	});

	test('signing out ends it on the server, and leaves another of the same person alive', async () => {
		const first = await world.signIn(world.cards[1]);
		const second = await world.signIn(world.cards[1]);
		const out = await world.call(first, 'DELETE', `${API}/sessions/current`);
		expect([out.status, out.text]).toEqual([204, '']);
		expectProblem(await get('/me', {}, first), 401, 'sign-in-needed');
		expect((await get('/me', {}, second)).status).toBe(200);
		const again = await world.call(first, 'DELETE', `${API}/sessions/current`);
		expectProblem(again, 401, 'sign-in-needed');
	});
});

describe('standings over HTTP', () => {
	test('the same board is 304 without a body for who has it', async () => {
		const path = `/rounds/${world.openRound}/standings`;
		const first = await get(path);
		const etag = first.headers.get('etag') ?? '';
		expect(etag).toMatch(/^"[^"]+"$/);
		const again = await get(path, { 'if-none-match': etag });
		expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
		expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
		expect((await get(`${path}?by=unit`, { 'if-none-match': etag })).status).toBe(200);
		expectProblem(await get('/rounds/khong-co/standings'), 404, 'not-found');
	});
});

test('the document is served, and the page for people lists each call without JavaScript', async () => {
	const document = await get('/openapi.json');
	expect(document.body).toMatchObject({ openapi: '3.1.0' });
	const page = await world.call(nobody, 'GET', '/api');
	for (const { path } of all) expect(page.text).toContain(path);
	expect(page.text).not.toMatch(/\sstyle=/);
	const english = await world.call(nobody, 'GET', '/api', { headers: { 'accept-language': 'en' } });
	expect(english.text).toContain('Signs in with a card');
});
