import { z } from 'zod';
import { SHORTEST_PASSWORD } from './username.ts';

export const setUpAccountSchema = z.strictObject({
	token: z.string().min(1).max(200),
	password: z.string().min(SHORTEST_PASSWORD).max(500)
});
export type SetUpAccount = z.output<typeof setUpAccountSchema>;
