import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { abilityTable } from '#lib/identity/abilities.ts';
import { listRoutes, type ListedRoute } from '#tests/support/route-manifest.ts';
import { expectations, type Admits, type Places } from './walk-table.ts';
import { apiWorld, nobody, staffRoles, type ApiWorld, type Caller, type Reply } from './world.ts';

/** Above everything that the table looks at, and beside it. */
const INSIDE = 'thanh-pho-hai-phong';
const OUTSIDE = 'thanh-pho-da-nang';

interface Walker {
	readonly caller: Caller;
	readonly role: (typeof staffRoles)[number] | 'contestant' | null;
	readonly inside: boolean;
}
type Met = 'in' | 'sign-in' | 'hidden' | 'broken';

const routes = listRoutes();
let world: ApiWorld;
let places: Places;
let walkers: Walker[];

beforeAll(async () => {
	world = await apiWorld();
	const pupil = await world.signIn(world.cards[0]);
	places = await findPlaces(pupil);
	walkers = [
		{ caller: nobody, role: null, inside: false },
		{ caller: pupil, role: 'contestant', inside: true },
		...(await Promise.all(staffRoles.flatMap((role) => walkersOf(role))))
	];
}, 240_000);
afterAll(() => world.close());

function walkersOf(role: (typeof staffRoles)[number]): Promise<Walker>[] {
	const of = async (unitKey: string | null, inside: boolean): Promise<Walker> => ({
		caller: await world.token(role, unitKey),
		role,
		inside
	});
	if (role === 'administrator') return [of(null, true)];
	return [of(INSIDE, true), of(OUTSIDE, false)];
}

async function findPlaces(pupil: Caller): Promise<Places> {
	const { read } = world.database.connections;
	const started = await world.call(pupil, 'POST', `/api/v1/rounds/${world.openRound}/attempts`);
	const attempt = started.body.attempt as { id: string };
	const item = await read.selectFrom('item').select('itemId').executeTakeFirstOrThrow();
	const ended = await read
		.selectFrom('attempt')
		.innerJoin('attemptEnd', 'attemptEnd.attemptId', 'attempt.id')
		.select('receipt')
		.executeTakeFirstOrThrow();
	const activity = await read
		.selectFrom('activity')
		.select('id')
		.where('unitKey', '=', 'thcs-tran-phu')
		.executeTakeFirstOrThrow();
	const indicator = await read
		.selectFrom('indicator')
		.select('code')
		.where('planCode', '=', 'kien-an-2024')
		.executeTakeFirstOrThrow();
	return {
		unit: 'thcs-tran-phu',
		contest: 'w2-mo',
		plan: 'kien-an-2024',
		indicator: indicator.code,
		item: item.itemId,
		activity: activity.id,
		round: world.openRound,
		attempt: attempt.id,
		receipt: ended.receipt,
		setUpPath: world.setUpPath
	};
}

/** What somebody should meet, by the one table of abilities. */
function expectedFor(admits: Admits, { role, inside }: Walker): Met {
	if (admits === 'anyone') return 'in';
	if (admits === 'nobody') return 'hidden';
	if (role === null) return 'sign-in';
	if (admits === 'signed-in') return 'in';
	if (admits === 'contestant') return role === 'contestant' ? 'in' : 'hidden';
	if (admits === 'session') return role === 'contestant' ? 'in' : 'sign-in';
	const { ability, somewhere, only } = admits;
	const holds = abilityTable[ability].includes(role) && (only?.includes(role) ?? true);
	return holds && (inside || somewhere) ? 'in' : 'hidden';
}

/** Let in, whatever the body was worth; sent to sign in; or told that there is nothing for them. */
function metIn({ status, headers }: Reply): Met {
	if (status >= 500) return 'broken';
	if (status === 401) return 'sign-in';
	if (headers.get('location')?.startsWith('/vao?ve=')) return 'sign-in';
	return status === 403 || status === 404 ? 'hidden' : 'in';
}

/** A form action that nobody may use says so on its page, to a stranger as to anyone. */
function agree(met: Met, expected: Met, { kind }: ListedRoute): boolean {
	return met === expected || (kind === 'action' && expected === 'sign-in' && met === 'hidden');
}

function ask(caller: Caller, route: ListedRoute): Promise<Reply> {
	const expected = expectations[route.key];
	if (!expected) throw new Error(`${route.key} is not in the walk's table`);
	const method = route.method === 'fallback' ? 'GET' : route.method;
	const path = expected.at(places);
	if (route.kind !== 'action') {
		const sent = expected.body === undefined ? {} : { body: expected.body };
		return world.call(caller, method, path, sent);
	}
	const raw = new URLSearchParams(expected.body as Record<string, string> | undefined).toString();
	const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
	return world.call(caller, method, path, { raw, headers });
}

/** What ends a pupil's session or attempt comes after all else. */
const endings = /sign-out|sessions\/current|submission|submit$/;
const isEnding = ({ key }: ListedRoute) => endings.test(key);

describe('every route and call, for every role inside and outside the subtree', () => {
	test('the table lists the routes of the manifest, and no others', () => {
		expect(routes.map(({ key }) => key).sort()).toEqual(Object.keys(expectations).sort());
	});

	test('each lets in whom the ability table lets in, and nobody else', async () => {
		const wrong: string[] = [];
		const walk = async (walker: Walker, route: ListedRoute, caller = walker.caller) => {
			const expected = expectations[route.key];
			if (!expected) return;
			const reply = await ask(caller, route);
			const should = expectedFor(expected.admits, walker);
			if (agree(metIn(reply), should, route)) return;
			wrong.push(`${caller.name}: ${route.key} should be ${should}, was ${reply.status}`);
		};
		const rest = routes.filter((route) => !isEnding(route));
		for (const route of rest) await Promise.all(walkers.map((walker) => walk(walker, route)));
		for (const route of routes.filter(isEnding))
			for (const walker of walkers) {
				const own = walker.role === 'contestant' ? await world.signIn(world.cards[0]) : undefined;
				await walk(walker, route, own);
			}
		expect(wrong).toEqual([]);
	});
});
