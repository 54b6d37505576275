import { z } from 'zod';

/** The address is the door's to say: it overrides whatever a body holds. */
const address = z.string().max(100);

export const signInWithCardSchema = z.strictObject({ card: z.string().min(1).max(100), address });
export type SignInWithCard = z.output<typeof signInWithCardSchema>;

export const signInWithPasswordSchema = z.strictObject({
	username: z.string().min(1).max(100),
	password: z.string().min(1).max(500),
	address
});
export type SignInWithPassword = z.output<typeof signInWithPasswordSchema>;
