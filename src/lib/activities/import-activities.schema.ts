import { z } from 'zod';
import { tidy } from '#lib/kernel/text.ts';
import { activityKinds } from '#lib/plans/indicator.ts';
import { daySchema, keySchema, lineSchema } from '#lib/units/day.schema.ts';
import { unitKinds } from '#lib/units/unit.ts';
import type { ActivityRecord } from './activity.ts';
import type { SessionRecord } from './activity-fate.ts';

/** `khoabang import activities FILE` and `import sessions FILE`. */
export const importActivitiesSchema = z.strictObject({
	text: z.string().max(50_000_000),
	fileName: z.string().default('activities.csv'),
	dryRun: z.boolean().default(false)
});
export type ImportActivities = z.output<typeof importActivitiesSchema>;

const blank = z.literal('').transform(() => null);
const lineOrBlank = z.union([blank, lineSchema]);
const peopleSchema = z.union([
	blank,
	z
		.string()
		.regex(/^\d{1,7}$/)
		.transform(Number)
]);

/** Several words in one cell, separated by `;`. */
const words = z
	.string()
	.max(2_000)
	.transform((text) => text.split(';').map(tidy).filter(Boolean));

const common = {
	unit_key: keySchema,
	held_on: daySchema,
	classes: words,
	led_by: lineOrBlank,
	evidence: lineOrBlank,
	confirmed_by: lineOrBlank,
	confirmed_on: z.union([blank, daySchema]),
	contest_code: z.union([blank, keySchema])
};

type Confirmed = Pick<
	z.output<z.ZodObject<typeof common>>,
	'confirmed_by' | 'confirmed_on' | 'held_on'
>;

/** Who and when go together, and nobody vouches for what has not been. */
function confirmationOf(row: Confirmed, ctx: z.RefinementCtx): ActivityRecord['confirmation'] {
	const { confirmed_by: by, confirmed_on: on } = row;
	if (by === null && on === null) return null;
	if (by === null || on === null) {
		const path = [by === null ? 'confirmed_by' : 'confirmed_on'];
		ctx.addIssue({ code: 'custom', message: 'half-confirmed', path });
		return null;
	}
	if (on < row.held_on)
		ctx.addIssue({ code: 'custom', message: 'confirmed-before-held', path: ['confirmed_on'] });
	return { by, on };
}

export const activityHeadings = {
	needed: ['unit_key', 'kind', 'held_on', 'title'],
	allowed: [
		...['classes', 'people', 'led_by', 'evidence', 'confirmed_by', 'confirmed_on'],
		...['contest_code', 'tag', 'event_level']
	]
};

/** Blank cells for the columns that a file leaves out. */
function withBlanks(columns: readonly string[]) {
	const blanks = Object.fromEntries(columns.map((column) => [column, '']));
	return (row: unknown): unknown =>
		typeof row === 'object' && row !== null ? { ...blanks, ...row } : row;
}

/** A record of activities.csv (contract §3). */
export const activityRowSchema = z.preprocess(
	withBlanks(activityHeadings.allowed),
	z
		.object({
			...common,
			kind: z.enum(activityKinds),
			title: lineSchema,
			people: peopleSchema,
			tag: words,
			event_level: z.union([blank, z.enum(unitKinds)])
		})
		.transform((row, ctx): ActivityRecord => ({
			...{ unitKey: row.unit_key, kind: row.kind, heldOn: row.held_on, title: row.title },
			...{ classes: row.classes, people: row.people, ledBy: row.led_by, evidence: row.evidence },
			...{ contestCode: row.contest_code, tags: row.tag, eventLevel: row.event_level },
			confirmation: confirmationOf(row, ctx)
		}))
);

export const sessionHeadings = {
	needed: ['unit_key', 'held_on', 'classes', 'pupils', 'led_by'],
	allowed: ['evidence', 'confirmed_by', 'confirmed_on', 'contest_code']
};

/** A record of sessions.csv, the short form for buổi ngoại khóa (contract §3). */
export const sessionRowSchema = z.preprocess(
	withBlanks(sessionHeadings.allowed),
	z.object({ ...common, pupils: peopleSchema }).transform((row, ctx): SessionRecord => ({
		...{ unitKey: row.unit_key, heldOn: row.held_on, classes: row.classes, people: row.pupils },
		...{ ledBy: row.led_by, evidence: row.evidence, contestCode: row.contest_code },
		confirmation: confirmationOf(row, ctx)
	}))
);
