import { z } from 'zod';

/** The address is the door's to say: it overrides whatever a body holds. */
const address = z.string().max(100);
const card = z.string().min(1).max(100);
const username = z.string().min(1).max(100);
const password = z.string().min(1).max(500);

export const signInWithCardSchema = z.strictObject({ card, address });
export type SignInWithCard = z.output<typeof signInWithCardSchema>;

export const signInWithPasswordSchema = z.strictObject({ username, password, address });
export type SignInWithPassword = z.output<typeof signInWithPasswordSchema>;

/** The page's two fields; who typed or scanned the whole card into the first leaves the second blank. */
export const cardFormSchema = z
	.object({ card, pin: z.string().max(40).default(''), address })
	.transform(({ card, pin, address }): SignInWithCard => ({ card: `${card} ${pin}`, address }));

/** `POST /sessions`: `{card}` or `{username, password}` (contract §2). */
export const signInSchema = z
	.strictObject({
		card: card.optional(),
		username: username.optional(),
		password: password.optional(),
		address
	})
	.superRefine((body, ctx) => {
		const needed = body.card === undefined ? missingOf(body) : [];
		for (const name of needed)
			ctx.addIssue({ code: 'invalid_type', expected: 'string', input: undefined, path: [name] });
	})
	.transform(
		({ card, username = '', password = '', address }): SignInWithCard | SignInWithPassword =>
			card === undefined ? { username, password, address } : { card, address }
	);
export type SignIn = z.output<typeof signInSchema>;

function missingOf(body: { username?: string | undefined; password?: string | undefined }) {
	if (body.username === undefined && body.password === undefined) return ['card'];
	return (['username', 'password'] as const).filter((name) => body[name] === undefined);
}
