import { afterAll, beforeEach, expect, test } from 'vitest';
import { anonymous } from '#lib/identity/actor.ts';
import { issueCard, revokeCards } from '#lib/identity/issue-card.offer.server.ts';
import { openPersonAccounts } from '#lib/identity/open-account.offer.server.ts';
import { forgetExpiredSessions } from '#lib/identity/forget-expired-sessions.server.ts';
import { findSession } from '#lib/identity/sessions.reads.server.ts';
import { signInWithCard } from '#lib/identity/sign-in-card.server.ts';
import { signOut } from '#lib/identity/sign-out.server.ts';
import { sha256 } from '#lib/kernel/digest.ts';
import { addMs, type Instant } from '#lib/kernel/instant.ts';
import { asActor, testKeys } from '#tests/support/contexts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { seededRandom } from '#tests/support/random.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

const database = await freshDatabase();
const { connections } = database;
afterAll(() => database.close());

const random = seededRandom('sign-in');
const MINUTE = 60_000;
let address = '';
let count = 0;
beforeEach(() => {
	address = `203.0.113.${++count}`;
});

async function aCard(at: Instant = WORLD_NOW): Promise<{ accountId: string; card: string }> {
	const accountId = random.id();
	const { card } = await connections.write.transaction().execute(async (tx) => {
		await openPersonAccounts(tx, [accountId], at);
		return issueCard(tx, { accountId, at, random, keys: testKeys });
	});
	return { accountId, card };
}

const signIn = (card: string, at: Instant = WORLD_NOW) =>
	asActor(connections, anonymous, at).run(signInWithCard, { card, address });

function withWrongPin(card: string): string {
	const last = card.at(-1) === '0' ? '1' : '0';
	return card.slice(0, -1) + last;
}

async function countRows(table: 'failedSignIn' | 'lockout' | 'session'): Promise<number> {
	const row = await connections.read
		.selectFrom(table)
		.select((e) => e.fn.countAll<number>().as('n'))
		.executeTakeFirstOrThrow();
	return row.n;
}

test('a card opens a session of 30 days, and only the digest of its id is kept', async () => {
	const { accountId, card } = await aCard();
	const outcome = await signIn(card.toLowerCase().replace('-', ' '));
	expect(outcome).toMatchObject({ ok: true, value: { accountId, personId: accountId } });
	if (!outcome.ok) return;
	const { token, expiresAt } = outcome.value;
	expect(expiresAt).toBe(addMs(WORLD_NOW, 30 * 86_400_000));
	const rows = await connections.read
		.selectFrom('session')
		.selectAll()
		.where('accountId', '=', accountId)
		.execute();
	expect(rows.map((row) => row.idHash)).toEqual([sha256(token)]);
	expect(await findSession(connections.read, token, WORLD_NOW)).toMatchObject({
		id: accountId,
		due: false
	});
});

test('a second sign-in leaves the first alive, and signing out ends one on the server', async () => {
	const { card } = await aCard();
	const first = await signIn(card);
	const second = await signIn(card);
	if (!first.ok || !second.ok) throw new Error('both sign in');
	await asActor(connections, anonymous, WORLD_NOW).run(signOut, { token: second.value.token });
	expect(await findSession(connections.read, second.value.token, WORLD_NOW)).toBeUndefined();
	expect(await findSession(connections.read, first.value.token, WORLD_NOW)).toBeDefined();
});

test('a card nobody has, and a text that is no card, are refused in the same words', async () => {
	for (const card of ['ZZZZ-ZZZZ 000000', 'hello'])
		expect(await signIn(card)).toEqual({
			ok: false,
			refusal: { code: 'unknown-card', status: 401, keep: true }
		});
});

test('a wrong PIN says how many tries are left, and a right one starts the count again', async () => {
	const { card } = await aCard();
	const left = [];
	for (let i = 0; i < 4; i++) {
		const outcome = await signIn(withWrongPin(card), addMs(WORLD_NOW, i));
		left.push(outcome.ok ? 'in' : outcome.refusal.facts?.left);
	}
	expect(left).toEqual([4, 3, 2, 1]);
	expect((await signIn(card, addMs(WORLD_NOW, 10))).ok).toBe(true);
	expect(await signIn(withWrongPin(card), addMs(WORLD_NOW, 20))).toMatchObject({
		refusal: { code: 'wrong-pin', facts: { left: 4 } }
	});
});

test('a sign-in starts the count again also after its session was ended', async () => {
	const { card } = await aCard();
	for (let i = 0; i < 4; i++) await signIn(withWrongPin(card), addMs(WORLD_NOW, i));
	const inside = await signIn(card, addMs(WORLD_NOW, 10));
	if (!inside.ok) throw new Error('the right PIN signs in');
	const { token } = inside.value;
	await asActor(connections, anonymous, addMs(WORLD_NOW, 20)).run(signOut, { token });
	expect(await signIn(withWrongPin(card), addMs(WORLD_NOW, 30))).toMatchObject({
		refusal: { code: 'wrong-pin', facts: { left: 4 } }
	});
});

test('wrong PINs of more than a day ago are forgotten', async () => {
	const { card } = await aCard();
	const day = 24 * 60 * MINUTE;
	for (let i = 0; i < 4; i++) await signIn(withWrongPin(card), addMs(WORLD_NOW, i));
	expect(await signIn(withWrongPin(card), addMs(WORLD_NOW, day + 2))).toMatchObject({
		refusal: { code: 'wrong-pin', facts: { left: 3 } }
	});
});

test('ten wrong PINs at once lock the card exactly once, and the lock survives its refusal', async () => {
	const { card } = await aCard();
	const locks = await countRows('lockout');
	const failures = await countRows('failedSignIn');
	const outcomes = await Promise.all(Array.from({ length: 10 }, () => signIn(withWrongPin(card))));
	const codes = outcomes.map((outcome) => (outcome.ok ? 'in' : outcome.refusal.code)).sort();
	expect(codes).toEqual([
		...Array<string>(6).fill('card-locked'),
		...Array<string>(4).fill('wrong-pin')
	]);
	expect(await countRows('lockout')).toBe(locks + 1);
	expect(await countRows('failedSignIn')).toBe(failures + 5);
});

test('a locked card refuses even the right PIN for ten minutes, then opens', async () => {
	const { card } = await aCard();
	for (let i = 0; i < 5; i++) await signIn(withWrongPin(card));
	expect(await signIn(card, addMs(WORLD_NOW, 4 * MINUTE))).toMatchObject({
		refusal: { code: 'card-locked', status: 429, facts: { retryAfterMs: 6 * MINUTE } }
	});
	expect((await signIn(card, addMs(WORLD_NOW, 10 * MINUTE - 1))).ok).toBe(false);
	expect((await signIn(card, addMs(WORLD_NOW, 10 * MINUTE))).ok).toBe(true);
});

test('twenty wrong cards a minute from one address are the most, also at once; others and people inside go on', async () => {
	const inside = await aCard();
	const session = await signIn(inside.card);
	const failures = await countRows('failedSignIn');
	const outcomes = await Promise.all(
		Array.from({ length: 25 }, () => signIn('ZZZZ-ZZZZ 000000', addMs(WORLD_NOW, 1)))
	);
	const codes = outcomes.map((outcome) => (outcome.ok ? 'in' : outcome.refusal.code));
	expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(5);
	expect(await countRows('failedSignIn')).toBe(failures + 20);
	expect(await signIn(inside.card, addMs(WORLD_NOW, 1))).toMatchObject({
		refusal: { code: 'too-many-attempts', status: 429, facts: { retryAfterMs: MINUTE } }
	});
	if (!session.ok) throw new Error('the first sign-in is in');
	expect(await findSession(connections.read, session.value.token, WORLD_NOW)).toBeDefined();
	address = '203.0.113.200';
	expect((await signIn(inside.card, addMs(WORLD_NOW, 1))).ok).toBe(true);
});

test('the neighbours of one IPv6 line share its limit, the next line has its own', async () => {
	for (let i = 0; i < 20; i++) {
		address = `2001:db8:0:1::${i}`;
		await signIn('ZZZZ-ZZZZ 000000');
	}
	address = '2001:db8:0:1:ffff::1';
	expect(await signIn('ZZZZ-ZZZZ 000000')).toMatchObject({
		refusal: { code: 'too-many-attempts' }
	});
	address = '2001:db8:0:2::1';
	expect(await signIn('ZZZZ-ZZZZ 000000')).toMatchObject({ refusal: { code: 'unknown-card' } });
});

test('a revoked card is unknown, and the session it opened has ended', async () => {
	const { accountId, card } = await aCard();
	const session = await signIn(card);
	await connections.write.transaction().execute((tx) => revokeCards(tx, accountId, WORLD_NOW));
	expect(await signIn(card)).toMatchObject({ refusal: { code: 'unknown-card' } });
	if (!session.ok) throw new Error('the first sign-in is in');
	expect(await findSession(connections.read, session.value.token, WORLD_NOW)).toBeUndefined();
});

test('sessions whose life is over are forgotten, the others stay', async () => {
	const { card } = await aCard();
	await signIn(card, addMs(WORLD_NOW, -31 * 24 * 60 * MINUTE));
	const session = await signIn(card);
	const before = await countRows('session');
	await asActor(connections, anonymous, WORLD_NOW).run(forgetExpiredSessions, undefined);
	expect(await countRows('session')).toBe(before - 1);
	if (!session.ok) throw new Error('the second sign-in is in');
	expect(await findSession(connections.read, session.value.token, WORLD_NOW)).toBeDefined();
});
