import { z } from 'zod';
import { roundKinds } from '#lib/contest/definition.ts';
import { contestRefusals } from '#lib/contest/refusals.ts';
import { viewContestSchema, viewContestsSchema } from '#lib/contest/view-contest.schema.ts';
import type { Operation } from '#lib/server/door/openapi.ts';
import { audiences } from '#lib/units/audience.ts';
import { instant, may, next, whole } from './common.ts';

const phase = z.enum(['upcoming', 'open', 'closed']);
const named = z.object({ key: z.string(), name: z.string() });

const round = z.object({
	id: z.string(),
	key: z.string(),
	title: z.string(),
	kind: z.enum(roundKinds),
	opensAt: instant,
	closesAt: instant,
	phase
});

const summary = z.object({
	code: z.string(),
	title: z.string(),
	organiser: named,
	audiences: z.array(z.enum(audiences)),
	phase,
	questions: whole,
	durationSeconds: whole,
	attemptsMax: whole,
	select: z.enum(['best', 'last', 'first']),
	rounds: z.array(round),
	currentRoundId: z.string().nullable()
});

const start = z.object({
	allowed: z.boolean(),
	roundId: z.string().nullable(),
	attemptsLeft: whole.nullable(),
	code: z.string().nullable(),
	why: z.string().nullable()
});

const contest = summary.extend({
	basis: z
		.object({ title: z.string(), number: z.string().nullable(), date: z.string().nullable() })
		.nullable(),
	rules: z.array(z.string()),
	articles: z.array(
		z.object({
			key: z.string(),
			title: z.string(),
			sentences: z.array(z.string()),
			criteria: z.array(z.array(z.string()))
		})
	),
	groups: z.array(z.object({ id: z.string(), title: z.string() })),
	draws: z.array(
		z.object({ roundKey: z.string(), commitment: z.string(), seed: z.string().nullable() })
	),
	publicIds: z.object({ commitment: z.string(), rosterHash: z.string().nullable() }),
	may: z.object({ start }),
	openAttemptId: z.string().nullable(),
	me: z
		.object({
			name: z.string(),
			entered: z.boolean(),
			inScope: z.boolean(),
			units: z.array(named),
			group: z.string().nullable()
		})
		.nullable()
});

/** The public list of contests, and one of them with its thể lệ. */
export const contestOperations = [
	{
		id: 'listContests',
		tag: 'contests',
		method: 'GET',
		path: '/contests',
		input: viewContestsSchema,
		answers: { 200: { schema: z.object({ contests: z.array(summary), next }) } },
		problems: {},
		open: true
	},
	{
		id: 'getContest',
		tag: 'contests',
		method: 'GET',
		path: '/contests/{code}',
		input: viewContestSchema,
		answers: { 200: { schema: contest } },
		problems: may(contestRefusals, 'not-found'),
		open: true
	}
] as const satisfies readonly Operation[];
