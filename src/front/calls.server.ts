import type { z } from 'zod';
import { ok, type Outcome, type Refusal } from '#lib/kernel/outcome.ts';
import { runUseCase, runView, type Door } from '#lib/server/door/run.server.ts';
import { validate, type Place } from '#lib/server/door/validate.ts';
import type { SaveGroup } from '#lib/taking/save-group.server.ts';
import { savePredictionWith } from '#lib/taking/save-prediction.server.ts';
import { saveResponseWith } from '#lib/taking/save-response.server.ts';
import { saveResponsesWith } from '#lib/taking/save-responses.server.ts';
import type { SaveContext } from '#lib/taking/saving.server.ts';
import type { Sources } from '#lib/taking/sources.server.ts';
import { startAttemptWith } from '#lib/taking/start-attempt.server.ts';
import {
	savePredictionSchema,
	saveResponseSchema,
	saveResponsesSchema,
	startAttemptSchema,
	submitAttemptSchema
} from '#lib/taking/taking.schema.ts';
import { submitAttemptWith } from '#lib/taking/submit-attempt.server.ts';
import { refuse } from '#lib/taking/refusals.ts';
import { viewAttemptWith } from '#lib/taking/view-attempt.server.ts';
import { viewPulse } from '#lib/taking/view-pulse.server.ts';
import type { Called } from './exchange.ts';
import type { Gate } from './gate.ts';

/** What a call answers: a status and a body, or a refusal. */
export type Answer = Outcome<{ readonly status: number; readonly body: unknown }, Refusal>;
export type Call = (called: Called, body: unknown) => Promise<Answer>;

export interface CallTools {
	readonly door: Door;
	readonly sources: Sources;
	readonly saves: SaveGroup;
	/** Newcomers: they wait in a short line, so that people inside go first. */
	readonly starts: Gate;
	/** Submissions: never turned away, but they leave connections to the saves. */
	readonly ends: Gate;
}

/** The calls of contract §2 that stand before the framework, by name. */
export function callsOf(tools: CallTools) {
	const { door, sources } = tools;
	const startAttempt = startAttemptWith(sources);
	const submitAttempt = submitAttemptWith(sources);
	const viewAttempt = viewAttemptWith(sources);
	return {
		async start(called, body) {
			const input = valid(startAttemptSchema, called, body);
			if (!input.ok) return input;
			const done = await tools.starts.run(() =>
				runUseCase(door, called, startAttempt, input.value)
			);
			if (!done) return refuse('busy', { facts: { retryAfterMs: 2_000 } });
			if (!done.value.ok) return done.value;
			const { created, ...started } = done.value.value;
			return answer(created ? 201 : 200, started);
		},
		async submit(called, body) {
			const input = valid(submitAttemptSchema, called, body);
			if (!input.ok) return input;
			const done = await tools.ends.run(() => runUseCase(door, called, submitAttempt, input.value));
			return done ? answered(done.value) : refuse('busy');
		},
		async attempt(called) {
			return answered(await runView(door, called, viewAttempt, { attemptId: idOf(called) }));
		},
		async pulse(called) {
			return answered(await runView(door, called, viewPulse, { attemptId: idOf(called) }));
		},
		...savingCalls(tools)
	} satisfies Record<string, Call>;
}

function savingCalls({ door, sources, saves }: CallTools) {
	const saveResponse = saveResponseWith(sources);
	const saveResponses = saveResponsesWith(sources);
	const savePrediction = savePredictionWith(sources);
	const contextOf = ({ actor, at }: Called): SaveContext => ({
		actor,
		at,
		db: door.connections.read,
		save: (request) => saves.save(request)
	});
	return {
		async response(called, body) {
			const input = valid(saveResponseSchema, called, body);
			return input.ok ? answered(await saveResponse(contextOf(called), input.value)) : input;
		},
		async responses(called, body) {
			const input = valid(saveResponsesSchema, called, body);
			if (!input.ok) return input;
			const saved = await saveResponses(contextOf(called), input.value);
			if (!saved.ok) return saved;
			const { late, ...rest } = saved.value;
			return late === null ? answer(200, rest) : answer(202, { late });
		},
		async prediction(called, body) {
			const input = valid(savePredictionSchema, called, body);
			return input.ok ? answered(await savePrediction(contextOf(called), input.value)) : input;
		}
	} satisfies Record<string, Call>;
}

function valid<S extends z.ZodType>(schema: S, called: Called, body: unknown) {
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	const input = isObject ? { ...body, ...called.params } : body;
	const placeOf = (key: string): Place => (key in called.params ? '/path' : '');
	return validate(schema, input, called.language, placeOf);
}

function answered<T, R extends Refusal>(outcome: Outcome<T, R>): Answer {
	return outcome.ok ? answer(200, outcome.value) : outcome;
}

function answer(status: number, body: unknown): Answer {
	return ok({ status, body });
}

function idOf(called: Called): string {
	return called.params.attemptId ?? '';
}
