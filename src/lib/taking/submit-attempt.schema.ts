import { z } from 'zod';
import { MAX_PREDICTION } from './saved-response.ts';

/** A whole number people can be asked to guess; null declines to guess. */
export const predictionValue = z.int().min(0).max(MAX_PREDICTION).nullable();

/** `POST /attempts/{id}/submission`. Without `prediction` the saved one counts. */
export const submitAttemptSchema = z.object({
	attemptId: z.string(),
	prediction: predictionValue.optional()
});
export type SubmitAttempt = z.output<typeof submitAttemptSchema>;
