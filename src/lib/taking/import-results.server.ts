import { ensureEntry } from '#lib/contest/ensure-entry.offer.server.ts';
import { listAccommodations, noAccommodation } from '#lib/contest/entries.reads.server.ts';
import {
	findContest,
	listRounds,
	type Contest,
	type Round
} from '#lib/contest/contests.reads.server.ts';
import { freezeRules } from '#lib/contest/freeze-rules.offer.server.ts';
import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import {
	hasErrors,
	noCounts,
	type ImportNote,
	type ImportReport
} from '#lib/kernel/import-report.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listPeopleByCode } from '#lib/people/people.reads.server.ts';
import { lineageOn } from '#lib/units/units.reads.server.ts';
import { attemptEnd } from './attempt-window.ts';
import { listAttemptsOfRounds, type Attempt } from './attempts.reads.server.ts';
import {
	holdPlace,
	insertAttempt,
	insertImportedScore,
	recordEnd,
	returnToPlace,
	type NewAttempt
} from './attempts.writes.server.ts';
import type { ImportResults } from './import-results.schema.ts';
import {
	planResults,
	type KnownResult,
	type NewResult,
	type ResultsWorld
} from './plan-results.ts';
import { receiptOf } from './receipt.ts';
import { refuse, type TakingRefusal } from './refusals.ts';
import { listImportedScores, listPredictionsOf } from './responses.reads.server.ts';
import { insertImportedPrediction } from './responses.writes.server.ts';
import { readResultsFile, type ResultLine } from './results-file.ts';
import { maxScoreOf } from './score-attempt.ts';
import { directSources } from './sources.server.ts';

/**
 * `import results FILE --contest CODE`: attempts of rounds held elsewhere. People are found by roster
 * code, so nobody counts twice across sources; the same file again is all `same`. One fault, and nothing
 * is written.
 */
export async function importResults(
	ctx: WriteContext,
	input: ImportResults
): Promise<Outcome<ImportReport, TakingRefusal>> {
	const contest = await findContest(ctx.tx, input.contestCode);
	if (!contest) return refuse('not-found');
	const lineage = await lineageOn(ctx.tx, contest.organiserKey, dayOf(ctx.at));
	if (!permits(ctx.actor, 'result.import', lineage)) return refuse('not-found');
	const file = readResultsFile(input.text);
	const plan = planResults(file.lines, await worldOf(ctx, contest, file.lines));
	const notes = [...file.notes, ...plan.notes];
	if (!hasErrors(notes))
		notes.push(...(await write(ctx, contest, { fresh: plan.fresh, dryRun: input.dryRun })));
	const failed = new Set(notes.filter((note) => note.level === 'error').map((note) => note.line));
	const counts = { ...noCounts, new: plan.fresh.length, same: plan.same, failed: failed.size };
	return ok({ format: 'khoabang.results/1', counts, notes });
}

async function worldOf(
	ctx: WriteContext,
	contest: Contest,
	lines: readonly ResultLine[]
): Promise<ResultsWorld> {
	const codes = [...new Set(lines.map((line) => line.personCode))];
	const people = await listPeopleByCode(ctx.tx, codes);
	const rounds = await listRounds(ctx.tx, contest.code);
	const granted = await listAccommodations(ctx.tx, contest.code);
	const { attemptsMax } = contest.definition.rules;
	const attempts = await listAttemptsOfRounds(
		ctx.tx,
		rounds.map((round) => round.id)
	);
	return {
		rounds: await withMaxScores(ctx, contest, rounds),
		people: new Map(people.map(({ code, id }) => [code, id])),
		mostAttempts: (id) => attemptsMax + (granted.get(id) ?? noAccommodation).extraAttempts,
		before: await knownResults(ctx, attempts)
	};
}

/** The same full marks that a publication counts, so that what is imported can be published. */
async function withMaxScores(ctx: WriteContext, contest: Contest, rounds: readonly Round[]) {
	const told = [];
	for (const round of rounds) {
		const form = await directSources.form(ctx.tx, round.id);
		told.push({ ...round, maxScore: maxScoreOf(contest.definition.blueprint, form) });
	}
	return told;
}

async function knownResults(
	ctx: WriteContext,
	attempts: readonly Attempt[]
): Promise<KnownResult[]> {
	const ids = attempts.map((attempt) => attempt.id);
	const scores = await listImportedScores(ctx.tx, ids);
	const predictions = await listPredictionsOf(ctx.tx, ids);
	return attempts.map(({ id, roundId, personId, seq, startedAt, end }) => ({
		roundId,
		personId,
		seq,
		startedAt,
		submittedAt: end?.endedAt ?? null,
		score: scores.get(id)?.score ?? null,
		prediction: predictions.get(id)?.value ?? null
	}));
}

/** Writes all, or none when somebody turns out to be outside the contest; a dry run is undone. */
async function write(
	ctx: WriteContext,
	contest: Contest,
	{ fresh, dryRun }: { readonly fresh: readonly NewResult[]; readonly dryRun: boolean }
): Promise<ImportNote[]> {
	await holdPlace(ctx.tx);
	if (fresh.length > 0) await freezeRules(ctx.tx, { contestCode: contest.code, at: ctx.at });
	const notes: ImportNote[] = [];
	for (const result of fresh) {
		const { personId, startedAt: at, personCode, line } = result;
		const entry = await ensureEntry(ctx.tx, { contest, personId, at });
		if (entry.ok) await recordResult(ctx, contest, result);
		else {
			const { code, facts } = entry.refusal;
			notes.push({ level: 'error', line, code, facts: { ...facts, personCode } });
		}
	}
	if (dryRun || hasErrors(notes)) await returnToPlace(ctx.tx);
	return notes;
}

/** An attempt held elsewhere, as if it had been started and handed in here, with the score it was given. */
async function recordResult(ctx: WriteContext, contest: Contest, result: NewResult): Promise<void> {
	const attempt = attemptOf(ctx, contest, result);
	if (!(await insertAttempt(ctx.tx, attempt))) throw new Error('this seq was taken meanwhile');
	const { prediction: value, submittedAt, score, source } = result;
	if (value !== null)
		await insertImportedPrediction(ctx.tx, { attemptId: attempt.id, value, savedAt: submittedAt });
	await insertImportedScore(ctx.tx, attempt.id, { score, source });
	const end = { kind: 'submitted', endedAt: submittedAt, at: ctx.at } as const;
	await recordEnd(ctx.tx, { ...attempt, end: null }, end);
}

function attemptOf(ctx: WriteContext, contest: Contest, result: NewResult): NewAttempt {
	const { durationSeconds, grace, networkAllowanceMs } = contest.definition.rules;
	const { startedAt, round, personId, seq } = result;
	const endsAt = attemptEnd({
		startedAt,
		closesAt: round.closesAt,
		durationMs: durationSeconds * 1_000,
		grace,
		extraTime: [1, 1]
	});
	return {
		id: ctx.random.id(),
		roundId: round.id,
		contestCode: contest.code,
		personId,
		seq,
		seed: ctx.random.bytes(16),
		receipt: receiptOf(ctx.random.bytes(8)),
		startedAt,
		window: { endsAt, allowanceMs: networkAllowanceMs },
		extraTime: [1, 1]
	};
}
