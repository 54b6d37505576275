import { z } from 'zod';
import { contestRefusals } from '#lib/contest/refusals.ts';
import type { Operation } from '#lib/server/door/openapi.ts';
import { takingRefusals } from '#lib/taking/refusals.ts';
import {
	savePredictionSchema,
	saveResponseSchema,
	saveResponsesSchema,
	startAttemptSchema,
	submitAttemptSchema
} from '#lib/taking/taking.schema.ts';
import { may } from './common.ts';
import { attempt, keptLate, pulse, savedMany, savedOne, started, submission } from './paper.ts';

const own = may(takingRefusals, 'sign-in-needed', 'not-found');
const saving = {
	...own,
	...may(takingRefusals, 'attempt-ended', 'continued-elsewhere')
};
const taking = { tag: 'attempts', open: false } as const;
const ofAttempt = { ...taking, pathNames: { id: 'attemptId' } } as const;
const byId = z.object({ attemptId: z.string() });

/** A contestant inside a round: start, look, save, hand in. */
export const attemptOperations = [
	{
		...taking,
		id: 'startAttempt',
		method: 'POST',
		path: '/rounds/{id}/attempts',
		pathNames: { id: 'roundId' },
		input: startAttemptSchema,
		answers: { 201: { schema: started }, 200: { schema: started } },
		problems: {
			...own,
			...may(
				takingRefusals,
				'contestants-only',
				'consent-missing',
				'round-not-open',
				'round-closed',
				'attempts-used-up',
				'rule-later'
			),
			...may(contestRefusals, 'not-in-scope', 'choose-unit', 'unit-not-yours', 'form-unfillable')
		}
	},
	{
		...ofAttempt,
		id: 'getAttempt',
		method: 'GET',
		path: '/attempts/{id}',
		input: byId,
		answers: { 200: { schema: attempt } },
		problems: own
	},
	{
		...ofAttempt,
		id: 'putResponse',
		method: 'PUT',
		path: '/attempts/{id}/responses/{position}',
		input: saveResponseSchema,
		answers: { 200: { schema: savedOne } },
		problems: saving
	},
	{
		...ofAttempt,
		id: 'postResponses',
		method: 'POST',
		path: '/attempts/{id}/responses',
		input: saveResponsesSchema,
		answers: { 200: { schema: savedMany }, 202: { schema: keptLate } },
		problems: { ...own, ...may(takingRefusals, 'continued-elsewhere') }
	},
	{
		...ofAttempt,
		id: 'putPrediction',
		method: 'PUT',
		path: '/attempts/{id}/prediction',
		input: savePredictionSchema,
		answers: { 200: { schema: savedOne } },
		problems: { ...saving, ...may(takingRefusals, 'prediction-not-asked') }
	},
	{
		...ofAttempt,
		id: 'submitAttempt',
		method: 'POST',
		path: '/attempts/{id}/submission',
		input: submitAttemptSchema,
		answers: { 200: { schema: submission } },
		problems: { ...own, ...may(takingRefusals, 'prediction-needed') }
	},
	{
		...ofAttempt,
		id: 'getPulse',
		method: 'GET',
		path: '/attempts/{id}/pulse',
		input: byId,
		answers: { 200: { schema: pulse } },
		problems: own
	}
] as const satisfies readonly Operation[];
