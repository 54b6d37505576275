import { z } from 'zod';
import { readDay } from '#lib/kernel/instant.ts';
import { isStorable, tidy } from '#lib/kernel/text.ts';

/** `YYYY-MM-DD`, a day that the calendar has. */
export const daySchema = z.string().transform((text, ctx) => {
	const read = readDay(text);
	if (read !== undefined) return read;
	ctx.addIssue({ code: 'custom', message: 'not-a-day' });
	return z.NEVER;
});

/** One line of text, tidied; not empty. */
export const lineSchema = z
	.string()
	.max(2_000)
	.refine(isStorable, 'bad-text')
	.transform(tidy)
	.pipe(z.string().min(1));

/** Our own key of a unit, or a code we give: letters, digits, `-`, `_`, `.`. */
export const keySchema = z
	.string()
	.max(120)
	.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'bad-key');
