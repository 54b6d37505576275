import { z } from 'zod';
import type { Operation } from '#lib/server/door/openapi.ts';
import { unitFlags } from '#lib/standings/collective.ts';
import { standingsRefusals } from '#lib/standings/refusals.ts';
import { viewStandingsSchema } from '#lib/standings/view-standings.schema.ts';
import { instant, may, next, share, whole } from './common.ts';

const ofPerson = z.object({
	rank: whole,
	name: z.string(),
	unit: z.string(),
	unitName: z.string(),
	group: z.string().nullable(),
	score: whole,
	elapsed: whole,
	predictionError: whole.nullable().optional(),
	prediction: whole.nullable().optional(),
	submittedAt: instant.optional(),
	startedAt: instant.optional(),
	firstSubmittedAt: instant.optional(),
	registeredAt: instant.optional(),
	attempts: whole.optional(),
	perfect: whole.optional(),
	decidedBy: z.string().nullable(),
	mine: z.boolean()
});

const ofUnit = z.object({
	rank: whole.nullable(),
	unitId: z.string(),
	name: z.string(),
	league: z.string().nullable(),
	participants: whole.nullable(),
	attempts: whole.nullable(),
	headcount: whole.nullable(),
	rate: share.nullable(),
	value: z.tuple([z.string(), z.string()]).nullable(),
	flags: z.array(z.enum(unitFlags))
});

const board = z.object({
	asOf: instant,
	watermark: whole,
	provisional: z.boolean(),
	chain: z.array(z.tuple([z.string(), z.enum(['asc', 'desc'])])),
	actual: whole.nullable(),
	next
});

const standings = z.discriminatedUnion('by', [
	board.extend({ by: z.literal('person'), rows: z.array(ofPerson), own: ofPerson.nullable() }),
	board.extend({ by: z.literal('unit'), rows: z.array(ofUnit) })
]);

/** Boards of a round: the latest snapshot, and what is new. */
export const standingsOperations = [
	{
		id: 'getStandings',
		tag: 'standings',
		method: 'GET',
		path: '/rounds/{id}/standings',
		input: viewStandingsSchema,
		answers: { 200: { schema: standings }, 304: {} },
		problems: may(standingsRefusals, 'not-found'),
		open: true
	},
	{
		id: 'getEvents',
		tag: 'standings',
		method: 'GET',
		path: '/rounds/{id}/events',
		pathNames: { id: 'roundId' },
		input: z.object({ roundId: z.string() }),
		answers: { 200: { type: 'text/event-stream' } },
		problems: may(standingsRefusals, 'not-found'),
		open: true
	}
] as const satisfies readonly Operation[];
