import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { API_BASE, operations } from '#src/routes/api/operations.ts';
import type { Operation } from '#lib/server/door/openapi.ts';
import { apiWorld, nobody, type ApiWorld, type Caller, type Reply, type Sent } from './world.ts';

const all: readonly Operation[] = operations;
const writes = all.filter(({ method, id }) => method !== 'GET' && id !== 'signOut');
const reads = all.filter(({ method }) => method === 'GET');

let world: ApiWorld;
let pupil: Caller;
let official: Caller;
let attempt: string;

beforeAll(async () => {
	world = await apiWorld();
	pupil = await world.signIn(world.cards[0]);
	official = await world.token('official', 'thanh-pho-hai-phong');
	const at = `${API_BASE}/rounds/${world.openRound}/attempts`;
	attempt = ((await world.call(pupil, 'POST', at)).body.attempt as { id: string }).id;
}, 240_000);
// Also fails when the server logged an error.
afterAll(() => world.close());

/** The call's address with its parts filled in by what exists. */
function addressOf({ path, pathNames }: Operation): string {
	const id = pathNames?.id === 'attemptId' ? attempt : world.openRound;
	const part: Record<string, string> = { id, position: '1', code: 'w2-mo', serial: 'x' };
	return API_BASE + path.replace(/\{(\w+)\}/g, (_, name: string) => part[name] ?? name);
}

function expectNo({ status, headers, body }: Reply, what: string): void {
	expect(status, what).toBeGreaterThanOrEqual(400);
	expect(status, what).toBeLessThan(500);
	expect(headers.get('content-type'), what).toBe('application/problem+json');
	expect(body.type, what).toMatch(/^\/problems\/[a-z-]+$/);
	for (const { pointer } of (body.errors ?? []) as { pointer: string }[])
		expect(pointer, what).toMatch(/^(\/[^/]*)*$/);
}

const json = { 'content-type': 'application/json' };
const refusedBodies: readonly [string, Sent, number][] = [
	['not JSON', { raw: '{', headers: json }, 400],
	['JSON and more', { raw: '{} {}', headers: json }, 400],
	['bytes that are no UTF-8', { raw: new Uint8Array([0x22, 0xff, 0x22]), headers: json }, 400],
	['a form', { raw: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
	['plain text', { raw: '{}', headers: { 'content-type': 'text/plain' } }, 415],
	['over 256 KB', { raw: `{"a":"${'x'.repeat(262_144)}"}`, headers: json }, 413],
	['a list', { body: [] }, 422],
	['a text', { body: 'x' }, 422],
	['null', { body: null }, 422]
];

describe.each(writes.map((operation) => [operation.id, operation] as const))('%s', (_, call) => {
	test.each(refusedBodies)('refuses %s', async (what, sent, status) => {
		for (const who of [pupil, nobody]) {
			const reply = await world.call(who, call.method, addressOf(call), sent);
			expectNo(reply, what);
			expect([status, 401]).toContain(reply.status);
		}
	});
});

/** Each put at every field of a body. */
const hostile: readonly unknown[] = [
	null,
	true,
	-1,
	0,
	1.5,
	2 ** 53,
	1e308,
	'',
	'\0',
	'a\0b',
	'\ud800',
	"'; drop table attempt; --",
	'x'.repeat(100_000),
	[],
	['\0'],
	[[[]]],
	{},
	{ '\0': true },
	{ a: { b: { c: {} } } },
	{ $ne: null }
];
const sound: Readonly<Record<string, Record<string, unknown>>> = {
	signIn: { card: 'x', username: 'x', password: 'x' },
	putConsents: { purposes: { take_part: true }, textVersion: 'x' },
	startAttempt: { unitKey: 'x' },
	putResponse: { response: 'x', clientSeq: 1, writer: 1 },
	postResponses: {
		responses: [{ position: 1, response: 'x', clientSeq: 1, answeredAt: 'x' }],
		writer: 1
	},
	putPrediction: { value: 1, clientSeq: 1, writer: 1 },
	submitAttempt: { prediction: 'x' }
};

/** The sound body with one field, or one field of its first entry, replaced. */
function* spoilt(id: string): Generator<Record<string, unknown>> {
	const body = sound[id];
	if (!body) throw new Error(`no sound body for ${id}`);
	const entry = (body['responses'] as Record<string, unknown>[] | undefined)?.[0];
	for (const value of hostile) {
		for (const name of Object.keys(body)) yield { ...body, [name]: value };
		for (const name of Object.keys(entry ?? {}))
			yield { ...body, responses: [{ ...entry, [name]: value }] };
		yield { ...body, '\0': value, __proto__x: value };
	}
}

test.each(writes.map(({ id }) => id))('%s answers whatever a field holds', async (id) => {
	const call = all.find((operation) => operation.id === id) as Operation;
	for (const body of spoilt(id)) {
		const reply = await world.call(pupil, call.method, addressOf(call), { body });
		const what = `${id} ${JSON.stringify(body).slice(0, 200)}`;
		if (reply.status >= 400) expectNo(reply, what);
	}
});

test('nesting without end is refused', async () => {
	const deep = (text: string) => `{"response":${text},"clientSeq":1}`;
	for (const raw of [
		deep('['.repeat(50_000) + ']'.repeat(50_000)),
		deep('{"a":'.repeat(40_000) + '1' + '}'.repeat(40_000))
	]) {
		const at = `${API_BASE}/attempts/${attempt}/responses/1`;
		expectNo(await world.call(pupil, 'PUT', at, { raw, headers: json }), raw.slice(0, 40));
	}
});

const parts = [
	'%00',
	'a%00b',
	'%ED%A0%80',
	'%F0%9F%8E%93',
	"'%20or%201=1",
	'..%2f..%2fetc',
	'-1',
	'0',
	'1e9',
	'9'.repeat(400),
	'x'.repeat(5_000),
	'00000000-0000-0000-0000-000000000000'
];

test.each(all.filter(({ path }) => path.includes('{')).map(({ id }) => id))(
	'%s answers whatever stands in its path',
	async (id) => {
		const call = all.find((operation) => operation.id === id) as Operation;
		const body = call.method === 'GET' ? {} : { body: sound[id] };
		for (const name of call.path.match(/\{\w+\}/g) ?? [])
			for (const part of parts) {
				const one = { ...call, path: call.path.replace(name, part) };
				const who = call.tag === 'figures' ? official : pupil;
				const reply = await world.call(who, call.method, addressOf(one), body);
				expectNo(reply, `${id} ${part.slice(0, 60)}`);
			}
	}
);

const values = [
	...parts,
	'',
	'%C3%28',
	'0000-01-01',
	'9999-12-31',
	'99999-01-01',
	'2024-02-30',
	'Infinity',
	'201'
];

test.each(reads.map(({ id }) => id))('%s answers whatever its query holds', async (id) => {
	const call = all.find((operation) => operation.id === id) as Operation;
	const names = 'cursor limit by unit group as-of reading today key'.split(' ');
	const at = addressOf(call).replace(/plans\/[^/]+/, 'plans/kien-an-2024');
	for (const name of names)
		for (const value of values) {
			const who = call.tag === 'figures' ? official : pupil;
			const reply = await world.call(who, 'GET', `${at}?${name}=${value}`);
			if (reply.status >= 400) expectNo(reply, `${id} ${name}=${value.slice(0, 60)}`);
		}
});

test('pages answer whatever stands in their address', async () => {
	const pages = ['cuoc-thi', 'ke-hoach', 'don-vi', 'truong/viec', 'to-chuc/cau-hoi', 'lam-bai'];
	const staff = await world.token('administrator', null);
	for (const page of [...pages, 'bien-nhan', 'thiet-lap', 'ket-qua'])
		for (const part of parts) {
			const reply = await world.call(staff, 'GET', `/${page}/${part}`);
			expect(reply.status, `/${page}/${part.slice(0, 60)}`).toBeLessThan(500);
		}
	for (const value of values)
		for (const at of ['/ke-hoach/kien-an-2024', '/don-vi/thcs-tran-phu', '/to-chuc/cau-hoi'])
			for (const name of ['ngay', 'as-of', 'q', 'trang', 'ngan-hang']) {
				const reply = await world.call(staff, 'GET', `${at}?${name}=${value}`);
				expect(reply.status, `${at}?${name}=${value.slice(0, 60)}`).toBeLessThan(500);
			}
});
