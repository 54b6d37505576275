import { z } from 'zod';
import { roles } from '#lib/identity/roles.ts';
import { readUsername, USERNAME } from '#lib/identity/username.ts';

/** Contestants come from rosters and sign in with cards: no account is made for that role. */
const staffRole = z.enum(roles).exclude(['contestant']);
const unitKey = z
	.string()
	.min(1)
	.max(200)
	.nullish()
	.transform((key) => key ?? null);

export const createAccountSchema = z.strictObject({
	role: staffRole,
	unitKey,
	username: z.string().max(100).transform(readUsername).pipe(z.string().regex(USERNAME))
});
export type CreateAccount = z.output<typeof createAccountSchema>;

export const createTokenSchema = z.strictObject({
	role: staffRole,
	unitKey,
	name: z.string().trim().min(1).max(200).default('token')
});
export type CreateToken = z.output<typeof createTokenSchema>;
