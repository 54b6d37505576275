import { z } from 'zod';

/** `POST /rounds/{id}/attempts`. Somebody of several units names the one they take part for. */
export const startAttemptSchema = z.object({
	roundId: z.string(),
	unitKey: z.string().min(1).optional()
});
export type StartAttempt = z.output<typeof startAttemptSchema>;
