import { z } from 'zod';
import { instant, whole } from './common.ts';

// Contract §2 "Item", "Attempt" and "Saving": nothing here has room for a key, an explanation, a tolerance,
// an accepted text or a mark.

const part = z.object({ id: z.string(), text: z.string() });
const parts = z.array(part);
const asked = z.object({ position: whole, stem: z.string() });

const item = z.discriminatedUnion('type', [
	asked.extend({ type: z.enum(['single', 'multiple']), options: parts }),
	asked.extend({ type: z.literal('trueFalseGroup'), statements: parts }),
	asked.extend({ type: z.literal('matching'), left: parts, right: parts }),
	asked.extend({ type: z.literal('ordering'), elements: parts }),
	asked.extend({ type: z.literal('numeric'), unit: z.string().nullable() }),
	asked.extend({ type: z.literal('shortAnswer') })
]);

const status = z.enum(['open', 'submitted', 'auto']);

/** An answer by the item's type; null: cleared. */
const response = z.union([
	z.string(),
	z.array(z.string()),
	z.record(z.string(), z.union([z.boolean(), z.string()])),
	z.null()
]);

export const started = z.object({
	attempt: z.object({
		id: z.string(),
		seq: whole,
		startedAt: instant,
		deadline: instant,
		serverTime: instant,
		status
	}),
	writer: whole,
	paper: z.object({ items: z.array(item) })
});

export const submission = z.object({
	submittedAt: instant,
	receipt: z.string(),
	score: whole.optional()
});

const saved = z.object({ clientSeq: whole, savedAt: instant });

export const attempt = started.extend({
	responses: z.array(saved.extend({ position: whole, response })),
	prediction: saved.extend({ value: whole.nullable() }).nullable(),
	submission: submission.optional()
});

const clock = z.object({ deadline: instant, serverTime: instant });
const notices = z.array(z.object({ id: z.string(), text: z.string() }));

export const savedOne = saved.extend({ ...clock.shape, notices: notices.optional() });
export const savedMany = clock.extend({
	responses: z.array(saved.extend({ position: whole })),
	notices: notices.optional()
});
export const keptLate = z.object({ late: whole });

export const pulse = clock.extend({ status, writer: whole, notices });
