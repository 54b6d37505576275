import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

const nonce = Buffer.alloc(16, 7);

test('a password fits its own hash only, however its marks were typed', async () => {
	const phc = await hashPassword('mật khẩu đủ dài', nonce);
	expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(await verifyPassword(phc, 'mật khẩu đủ dài'.normalize('NFD'))).toBe(true);
	expect(await verifyPassword(phc, 'mật khẩu đủ dai')).toBe(false);
	expect(await verifyPassword(null, 'mật khẩu đủ dài')).toBe(false);
	expect(await verifyPassword('not a hash', 'mật khẩu đủ dài')).toBe(false);
});

test('many at once are all answered', async () => {
	const phc = await hashPassword('một', nonce);
	const answers = await Promise.all(
		['một', 'hai', 'một', 'ba', 'một', 'bốn'].map((typed) => verifyPassword(phc, typed))
	);
	expect(answers).toEqual([true, false, true, false, true, false]);
});
