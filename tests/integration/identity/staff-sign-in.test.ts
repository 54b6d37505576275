import { afterAll, expect, test } from 'vitest';
import { anonymous } from '#lib/identity/actor.ts';
import { findTokenHolder } from '#lib/identity/accounts.reads.server.ts';
import { openProgramAccount, openStaffAccount } from '#lib/identity/open-account.offer.server.ts';
import { renewSession } from '#lib/identity/renew-session.server.ts';
import { findSession } from '#lib/identity/sessions.reads.server.ts';
import { deleteExpiredSessions, insertSession } from '#lib/identity/sessions.writes.server.ts';
import { setUpAccount } from '#lib/identity/set-up-account.server.ts';
import { signInWithPassword } from '#lib/identity/sign-in-password.server.ts';
import { viewSetUpLink } from '#lib/identity/view-set-up-link.server.ts';
import { addMs, type Instant } from '#lib/kernel/instant.ts';
import { asActor } from '#tests/support/contexts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { seededRandom } from '#tests/support/random.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

const database = await freshDatabase();
const { connections } = database;
afterAll(() => database.close());

const random = seededRandom('staff');
const DAY = 86_400_000;
const PASSWORD = 'một câu dài dễ nhớ';

function anAccount(username: string) {
	return connections.write
		.transaction()
		.execute((tx) => openStaffAccount(tx, { username, at: WORLD_NOW, random }));
}

async function aLink(username: string): Promise<string> {
	const opened = await anAccount(username);
	if (!opened.ok) throw new Error('the name is free');
	return opened.value.setUpToken;
}

const someone = (at: Instant = WORLD_NOW) => asActor(connections, anonymous, at);
const setUp = (token: string, password = PASSWORD, at?: Instant) =>
	someone(at).run(setUpAccount, { token, password });
const signIn = (username: string, password: string, at?: Instant) =>
	someone(at).run(signInWithPassword, { username, password, address: '198.51.100.1' });

test('a set-up link sets the password once, then the account signs in', async () => {
	const token = await aLink('hieu.truong');
	expect(await someone().view(viewSetUpLink, { token })).toEqual({
		ok: true,
		value: { username: 'hieu.truong' }
	});
	expect(await setUp(token)).toEqual({ ok: true, value: { username: 'hieu.truong' } });
	expect(await setUp(token, 'một câu khác hẳn')).toMatchObject({
		refusal: { code: 'link-used', status: 410 }
	});
	expect(await signIn(' Hieu.Truong ', PASSWORD)).toMatchObject({ ok: true });
});

test('of two who use a link at once, one is told it is used', async () => {
	const token = await aLink('hai.nguoi');
	const outcomes = await Promise.all([
		setUp(token, 'mật khẩu thứ nhất'),
		setUp(token, 'mật khẩu thứ hai')
	]);
	expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
	const won = outcomes[0]?.ok ? 'mật khẩu thứ nhất' : 'mật khẩu thứ hai';
	expect((await signIn('hai.nguoi', won)).ok).toBe(true);
});

test('a link that is unknown, or a week old, sets nothing', async () => {
	expect(await setUp('khong-co')).toMatchObject({ refusal: { code: 'link-unknown', status: 404 } });
	const token = await aLink('mot.tuan');
	expect(await setUp(token, PASSWORD, addMs(WORLD_NOW, 7 * DAY))).toMatchObject({
		refusal: { code: 'link-expired', status: 410 }
	});
	expect((await setUp(token, PASSWORD, addMs(WORLD_NOW, 7 * DAY - 1))).ok).toBe(true);
});

test('a username belongs to one account', async () => {
	await aLink('trung.ten');
	expect(await anAccount('trung.ten')).toMatchObject({ refusal: { code: 'username-taken' } });
});

test('an unknown username, an account without a password and a wrong password get the same answer', async () => {
	await aLink('chua.dat');
	await setUp(await aLink('da.dat'));
	const answers = [];
	for (const [name, password] of [
		['khong.ai', PASSWORD],
		['chua.dat', PASSWORD],
		['da.dat', 'sai mật khẩu']
	] as const)
		answers.push(await signIn(name, password, addMs(WORLD_NOW, DAY)));
	expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
	expect(answers[0]).toMatchObject({ refusal: { code: 'wrong-password', status: 401 } });
});

test('ten wrong passwords at once lock the account once, also for the right one', async () => {
	await setUp(await aLink('bi.khoa'));
	const at = addMs(WORLD_NOW, 2 * DAY);
	const outcomes = await Promise.all(
		Array.from({ length: 10 }, () => signIn('bi.khoa', 'sai mật khẩu', at))
	);
	const codes = outcomes.map((outcome) => (outcome.ok ? 'in' : outcome.refusal.code));
	expect(codes.filter((code) => code === 'account-locked')).toHaveLength(6);
	const locks = await connections.read.selectFrom('lockout').selectAll().execute();
	expect(locks).toHaveLength(1);
	expect(await signIn('bi.khoa', PASSWORD, at)).toMatchObject({
		refusal: { code: 'account-locked', status: 429 }
	});
	expect((await signIn('bi.khoa', PASSWORD, addMs(at, 600_000))).ok).toBe(true);
});

test('a session is due in the second half of its life, can be renewed until it ends, then is gone', async () => {
	await setUp(await aLink('gia.han'));
	const signedIn = await signIn('gia.han', PASSWORD, addMs(WORLD_NOW, 3 * DAY));
	if (!signedIn.ok) throw new Error('the password fits');
	const { token } = signedIn.value;
	const start = addMs(WORLD_NOW, 3 * DAY);
	const dueAt = async (at: Instant) => (await findSession(connections.read, token, at))?.due;
	expect(await dueAt(addMs(start, 15 * DAY))).toBe(false);
	expect(await dueAt(addMs(start, 15 * DAY + 1))).toBe(true);
	expect(await dueAt(addMs(start, 30 * DAY))).toBeUndefined();
	const renewed = await someone(addMs(start, 20 * DAY)).run(renewSession, { token });
	expect(renewed).toEqual({ ok: true, value: { expiresAt: addMs(start, 50 * DAY) } });
	expect(await dueAt(addMs(start, 50 * DAY - 1))).toBe(true);
	expect(await someone(addMs(start, 50 * DAY)).run(renewSession, { token })).toEqual({
		ok: true,
		value: { expiresAt: null }
	});
	await connections.write
		.transaction()
		.execute((tx) => deleteExpiredSessions(tx, addMs(start, 50 * DAY)));
	expect(await dueAt(start)).toBeUndefined();
});

test('a new password ends the sessions that the account had', async () => {
	const opened = await anAccount('doi.mat.khau');
	if (!opened.ok) throw new Error('the name is free');
	const { accountId, setUpToken } = opened.value;
	const { token } = await connections.write
		.transaction()
		.execute((tx) => insertSession(tx, { accountId, at: WORLD_NOW, random }));
	expect(await findSession(connections.read, token, WORLD_NOW)).toBeDefined();
	await setUp(setUpToken);
	expect(await findSession(connections.read, token, WORLD_NOW)).toBeUndefined();
});

test('an API token finds its account; another text finds nobody', async () => {
	const { accountId, token } = await connections.write
		.transaction()
		.execute((tx) => openProgramAccount(tx, { name: 'báo cáo', at: WORLD_NOW, random }));
	expect(await findTokenHolder(connections.read, token)).toMatchObject({
		id: accountId,
		holder: 'program'
	});
	expect(await findTokenHolder(connections.read, `${token}x`)).toBeUndefined();
});
