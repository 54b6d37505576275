import { z } from 'zod';
import { participationRefusals } from '#lib/participation/refusals.ts';
import { viewParticipationSchema } from '#lib/participation/view-participation.schema.ts';
import { directions } from '#lib/plans/indicator.ts';
import type { Operation } from '#lib/server/door/openapi.ts';
import { takingRefusals } from '#lib/taking/refusals.ts';
import { readings } from '#lib/units/lineage.ts';
import { verdictsRefusals } from '#lib/verdicts/refusals.ts';
import { viewIndicatorsSchema } from '#lib/verdicts/view-indicators.schema.ts';
import { day, instant, may, share, whole } from './common.ts';

const participation = z.object({
	contest: z.string(),
	unit: z.string(),
	asOf: day,
	reading: z.enum(readings),
	unitClosedOn: day.optional(),
	rows: z.array(
		z.object({
			key: z.string(),
			name: z.string(),
			// null: people still predict what it tells, or too few for everybody to be told.
			registered: whole.nullable(),
			started: whole.nullable(),
			completed: whole.nullable(),
			passed: whole.nullable(),
			perfect: whole.nullable(),
			attempts: whole.nullable(),
			headcount: whole.nullable(),
			rate: share.nullable(),
			coverage: share
		})
	)
});

const indicator = z.object({
	code: z.string(),
	wording: z.string(),
	direction: z.enum(directions),
	target: z.union([share, whole]).nullable(),
	numerator: whole.nullable(),
	denominator: whole.nullable(),
	percent: z.string().nullable(),
	verdict: z.enum(['met', 'not_met', 'exceeded', 'insufficient', 'undefined']),
	coverage: share.nullable(),
	units: z.array(
		z.object({ key: z.string(), name: z.string(), counted: z.boolean(), why: z.string() })
	),
	publications: z.array(z.object({ contest: z.string(), version: whole })).optional(),
	issuerClosedOn: day.optional()
});

const indicators = z.object({
	plan: z.string(),
	asOf: day,
	reading: z.enum(readings),
	snapshot: z.string(),
	indicators: z.array(indicator)
});

const verified = z.object({
	serial: z.string(),
	kind: z.enum(['receipt', 'certificate']),
	status: z.enum(['valid', 'revoked']),
	contest: z.object({ code: z.string(), title: z.string() }),
	round: z.object({ key: z.string(), title: z.string() }),
	ended: z.enum(['submitted', 'auto']),
	submittedAt: instant
});

/** What counts for a plan, and whether a receipt is real. */
export const figureOperations = [
	{
		id: 'getParticipation',
		tag: 'figures',
		method: 'GET',
		path: '/contests/{code}/participation',
		input: viewParticipationSchema,
		answers: { 200: { schema: participation } },
		problems: may(participationRefusals, 'sign-in-needed', 'not-found'),
		// Of a published contest.
		open: true
	},
	{
		id: 'getIndicators',
		tag: 'figures',
		method: 'GET',
		path: '/plans/{code}/indicators',
		input: viewIndicatorsSchema,
		answers: { 200: { schema: indicators } },
		problems: may(verdictsRefusals, 'sign-in-needed', 'not-found'),
		open: false
	},
	{
		id: 'verify',
		tag: 'figures',
		method: 'GET',
		path: '/verify/{serial}',
		input: z.object({ serial: z.string() }),
		answers: { 200: { schema: verified } },
		problems: may(takingRefusals, 'not-found'),
		open: true
	}
] as const satisfies readonly Operation[];
