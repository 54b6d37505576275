import { z } from 'zod';
import { readInstant, type Instant } from '#lib/kernel/instant.ts';
import { MAX_PREDICTION, STATEMENT_PREFIX } from './save.ts';

// What the calls of contract §2 take. The item decides the shape of a response (response-shape.ts).

/** `POST /rounds/{id}/attempts`. Somebody of several units names the one they take part for. */
export const startAttemptSchema = z.object({
	roundId: z.string(),
	unitKey: z.string().min(1).optional()
});
export type StartAttempt = z.output<typeof startAttemptSchema>;

/** A whole number people can be asked to guess; null declines to guess. */
export const predictionValue = z.int().min(0).max(MAX_PREDICTION).nullable();

/** `POST /attempts/{id}/submission`. Without `prediction` the saved one counts. */
export const submitAttemptSchema = z.object({
	attemptId: z.string(),
	prediction: predictionValue.optional()
});
export type SubmitAttempt = z.output<typeof submitAttemptSchema>;

/** From 1 to 2^53 − 1, compared within a position. */
const clientSeq = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const writer = z.int32().min(1).optional();
/** Its shape depends on the item, so the paper judges it (response-shape.ts); only absence is told here. */
const response = z.unknown().nonoptional();
const answeredAt = z
	.string()
	.transform((text, ctx): Instant => {
		const at = readInstant(text);
		if (at) return at;
		ctx.addIssue({ code: 'invalid_format', format: 'datetime', input: text });
		return z.NEVER;
	})
	.optional();

/** `PUT /attempts/{id}/responses/{position}`. */
export const saveResponseSchema = z.object({
	attemptId: z.string(),
	position: z.coerce.number<string>().int().min(1),
	response,
	clientSeq,
	writer
});
export type SaveResponse = z.output<typeof saveResponseSchema>;

/** `PUT /attempts/{id}/prediction`. */
export const savePredictionSchema = z.object({
	attemptId: z.string(),
	value: predictionValue,
	clientSeq,
	writer
});
export type SavePrediction = z.output<typeof savePredictionSchema>;

export const MOST_IN_A_BATCH = 500;

/** `POST /attempts/{id}/responses`, after an offline spell. */
export const saveResponsesSchema = z.object({
	attemptId: z.string(),
	writer,
	responses: z
		.array(z.object({ position: z.int().min(1), response, clientSeq, answeredAt }))
		.min(1)
		.max(MOST_IN_A_BATCH)
});
export type SaveResponses = z.output<typeof saveResponsesSchema>;

/** Hidden fields of a form: numbers as text. */
const hiddenNumber = z.coerce.number<string>().int().min(1).max(Number.MAX_SAFE_INTEGER);
const hiddenWriter = z.preprocess(
	(text) => (text === '' ? undefined : text),
	hiddenNumber.optional()
);

/** A question answered without JavaScript: `answer` holds an option, `s-…` the statements of a group. */
export const answerFormSchema = z
	.looseObject({
		id: z.string(),
		position: hiddenNumber,
		writer: hiddenWriter,
		clientSeq: hiddenNumber,
		type: z.enum(['single', 'trueFalseGroup']),
		answer: z.string().optional()
	})
	.transform(({ id, position, writer, clientSeq, type, answer, ...fields }): SaveResponse => {
		const statements = Object.entries(fields)
			.filter(([name]) => name.startsWith(STATEMENT_PREFIX))
			.map(([name, value]) => [name.slice(STATEMENT_PREFIX.length), value === 'true']);
		const group = statements.length > 0 ? Object.fromEntries(statements) : null;
		const response: unknown = type === 'single' ? (answer ?? null) : group;
		return { attemptId: id, position, writer, clientSeq, response };
	});

/** The prediction on the page before submitting: a whole number, or declined by a tick. */
export const predictionFormSchema = z
	.object({
		id: z.string(),
		writer: hiddenWriter,
		clientSeq: hiddenNumber,
		decline: z.string().optional(),
		value: z.string().trim()
	})
	.transform(({ id, writer, clientSeq, decline, value }, ctx): SavePrediction => {
		const stated = decline === undefined ? Number(value === '' ? Number.NaN : value) : null;
		const number = predictionValue.safeParse(stated);
		if (number.success) return { attemptId: id, writer, clientSeq, value: number.data };
		ctx.addIssue({ code: 'custom', path: ['value'], message: 'whole-number' });
		return z.NEVER;
	});

/** Handing in from the page: the saved prediction counts. */
export const submitFormSchema = z
	.object({ id: z.string() })
	.transform(({ id }): SubmitAttempt => ({ attemptId: id }));
