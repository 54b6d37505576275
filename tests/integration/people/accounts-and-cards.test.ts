import { afterAll, expect, test } from 'vitest';
import { findTokenHolder } from '#lib/identity/accounts.reads.server.ts';
import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import { signInWithCard } from '#lib/identity/sign-in-card.server.ts';
import { day } from '#lib/kernel/instant.ts';
import { createAccount } from '#lib/people/create-account.server.ts';
import { createToken } from '#lib/people/create-token.server.ts';
import { issueUnitCards } from '#lib/people/issue-cards.server.ts';
import { viewMe } from '#lib/people/view-me.server.ts';
import { listPosts } from '#lib/units/units.reads.server.ts';
import { asActor } from '#tests/support/contexts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';
import { aList, loadRoster, loadUnits } from './roster-world.ts';

const database = await freshDatabase();
const { connections } = database;
afterAll(() => database.close());
await loadUnits(connections);

const TODAY = day('2026-11-05');
const as = (actor: Actor) => asActor(connections, actor, WORLD_NOW);
const create = (
	role: 'administrator' | 'school-head',
	username: string,
	unitKey: string | null = null
) => as(operator).run(createAccount, { role, unitKey, username });

test('the first account must be an administrator’s; then the others follow', async () => {
	expect(await create('school-head', 'hieu.truong', 'thcs-bac-son')).toMatchObject({
		refusal: { code: 'administrator-first', status: 409 }
	});
	const first = await create('administrator', 'quan.tri');
	if (!first.ok) throw new Error('an administrator may be the first');
	expect(first.value.setUpPath).toMatch(/^\/thiet-lap\/[\w-]{43}$/);
	expect(await listPosts(connections.read, first.value.accountId, TODAY)).toEqual([
		{ role: 'administrator', unitKey: null }
	]);
	const head = await create('school-head', 'hieu.truong', 'thcs-bac-son');
	expect(head).toMatchObject({ ok: true, value: { username: 'hieu.truong' } });
	if (!head.ok) return;
	const actor: Actor = { ...anonymous, kind: 'account', accountId: head.value.accountId };
	expect(await as(actor).view(viewMe, {})).toMatchObject({
		value: { name: 'hieu.truong', person: null, consents: null, missing: [] }
	});
});

test('a role without its unit, at a closed unit, or a name in use is refused', async () => {
	expect(await create('school-head', 'mot')).toMatchObject({
		refusal: { code: 'unit-needed', status: 422 }
	});
	expect(await create('school-head', 'hai', 'khong-co')).toMatchObject({
		refusal: { code: 'unit-unknown', facts: { unit: 'khong-co' } }
	});
	expect(await create('school-head', 'ba', 'quan-kien-an')).toMatchObject({
		refusal: { code: 'unit-unknown' }
	});
	expect(await create('administrator', 'quan.tri')).toMatchObject({
		refusal: { code: 'username-taken', status: 409 }
	});
});

test('accounts and tokens are made by an administrator or a command only', async () => {
	const head: Actor = {
		...anonymous,
		kind: 'account',
		posts: [{ role: 'school-head', unitKey: 'thcs-bac-son' }]
	};
	const account = { role: 'school-head', unitKey: 'thcs-bac-son', username: 'lan' } as const;
	const token = { role: 'official', unitKey: 'thcs-bac-son', name: 'x' } as const;
	expect(await as(head).run(createAccount, account)).toMatchObject({
		refusal: { code: 'not-found' }
	});
	expect(await as(head).run(createToken, token)).toMatchObject({ refusal: { code: 'not-found' } });
	expect(await as(operator).run(createToken, { ...token, unitKey: null })).toMatchObject({
		refusal: { code: 'unit-needed' }
	});
	const made = await as(operator).run(createToken, token);
	if (!made.ok) throw new Error('a command may');
	const holder = await findTokenHolder(connections.read, made.value.token);
	expect(await listPosts(connections.read, holder?.id ?? '', TODAY)).toEqual([
		{ role: 'official', unitKey: 'thcs-bac-son' }
	]);
});

test('cards go to those who have none, in class order, and open a session; reissuing ends the old ones', async () => {
	await loadRoster(
		connections,
		aList(
			'Trần Văn Đạt,2012,8A,DAT,Trường THCS Bắc Sơn,Học sinh,,',
			'Lê Thị An,2012,8A,AN,Trường THCS Bắc Sơn,Học sinh,,',
			'Cô Chi,1990,,CHI,Trường THCS Bắc Sơn,CBCCVC,,'
		)
	);
	const issue = (unitKey: string, reissue = false) =>
		as(operator).run(issueUnitCards, { unitKey, reissue });
	const first = await issue('thcs-bac-son-8a');
	if (!first.ok) throw new Error('a command may');
	expect(first.value.cards.map(({ personCode, unitName }) => [personCode, unitName])).toEqual([
		['AN', 'Lớp 8A, Trường THCS Bắc Sơn'],
		['DAT', 'Lớp 8A, Trường THCS Bắc Sơn']
	]);
	const second = await issue('thcs-bac-son');
	expect(second).toMatchObject({ value: { kept: 2, cards: [{ personCode: 'CHI' }] } });
	const signIn = (card: string) =>
		as(anonymous).run(signInWithCard, { card, address: '203.0.113.9' });
	const old = first.value.cards[0]?.card ?? '';
	expect(await signIn(old)).toMatchObject({ ok: true });
	const third = await issue('thcs-bac-son', true);
	if (!third.ok) throw new Error('a command may');
	expect([third.value.cards.length, third.value.kept]).toEqual([3, 0]);
	expect(await signIn(old)).toMatchObject({ refusal: { code: 'unknown-card' } });
	expect(await signIn(third.value.cards[0]?.card ?? '')).toMatchObject({ ok: true });
});

test('cards of a unit are issued by those who answer for it', async () => {
	const head: Actor = {
		...anonymous,
		kind: 'account',
		posts: [{ role: 'school-head', unitKey: 'thcs-bac-son' }]
	};
	const ask = (actor: Actor, unitKey: string) =>
		as(actor).run(issueUnitCards, { unitKey, reissue: false });
	expect(await ask(head, 'thcs-bac-son-8a')).toMatchObject({ ok: true });
	for (const key of ['thcs-tran-phu', 'khong-co'])
		expect(await ask(head, key)).toMatchObject({ refusal: { code: 'not-found' } });
	expect(await ask(anonymous, 'thcs-bac-son')).toMatchObject({ refusal: { code: 'not-found' } });
});
