import { answerOf } from './answers.ts';
import { asPerson, play } from './demo-caller.ts';
import { randomOf } from './play-random.ts';
import { playsOf, type Play, type PlayedRound, type Player } from './plays.ts';
import type { Item } from '#lib/bank/item.ts';
import { getContest, listRounds } from '#lib/contest/contests.reads.server.ts';
import { listEntries } from '#lib/contest/entries.reads.server.ts';
import { addMs } from '#lib/kernel/instant.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import { listPeople } from '#lib/people/people.reads.server.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { saveResponsesWith } from '#lib/taking/save-responses.server.ts';
import { savingIn } from '#lib/taking/saving.server.ts';
import type { Sources } from '#lib/taking/sources.server.ts';
import { startAttemptWith } from '#lib/taking/start-attempt.server.ts';
import { submitAttemptWith } from '#lib/taking/submit-attempt.server.ts';
import { paperOf } from '#lib/taking/round-form.ts';

/** How many people of the demo are at work at once. */
const AT_ONCE = 8;

/**
 * Plays every round of a contest through the use cases of taking, as its people would have, at the demo's
 * own instants. Who does not hand in is left to run out of time. Each attempt has chance of its own, so that
 * nothing depends on who comes first.
 */
export async function playContest(
	door: Door,
	sources: Sources,
	contestCode: string
): Promise<void> {
	const read = door.connections.read;
	const { definition } = await getContest(read, contestCode);
	const { durationSeconds, attemptsMax } = definition.rules;
	const entries = await listEntries(read, contestCode);
	const people = await listPeople(
		read,
		entries.map(({ personId }) => personId)
	);
	for (const round of await listRounds(read, contestCode)) {
		const played: PlayedRound = { ...round, durationMs: durationSeconds * 1000, attemptsMax };
		const waiting = people.map(({ id, code }): Player => ({ personId: id, code }));
		const worker = async () => {
			for (let next = waiting.pop(); next; next = waiting.pop())
				for (const attempt of playsOf(next, played)) await playAttempt(door, sources, attempt);
		};
		await Promise.all(Array.from({ length: AT_ONCE }, worker));
	}
}

async function playAttempt(door: Door, sources: Sources, attempt: Play): Promise<void> {
	const { personId, roundId, startsAt, takesMs } = attempt;
	const own = { ...door, random: randomOf(attempt) };
	const started = await play(asPerson(own, personId, startsAt), startAttemptWith(sources), {
		roundId
	});
	const answers = await answersTo(door, sources, { attempt, attemptId: started.attempt.id });
	const saving = (ctx: WriteContext, input: Parameters<ReturnType<typeof saveResponsesWith>>[1]) =>
		saveResponsesWith(sources)(savingIn(ctx), input);
	const half = Math.floor((takesMs ?? 600_000) / 2);
	const attemptId = started.attempt.id;
	await play(asPerson(door, personId, addMs(startsAt, half)), saving, {
		attemptId,
		responses: answers
	});
	if (takesMs === null) return;
	const { prediction } = attempt;
	await play(asPerson(door, personId, addMs(startsAt, takesMs)), submitAttemptWith(sources), {
		attemptId,
		prediction
	});
}

/** The answers of a player to a paper; the keys come from the frozen form, on the server. */
async function answersTo(
	door: Door,
	sources: Sources,
	{ attempt, attemptId }: { readonly attempt: Play; readonly attemptId: string }
) {
	const read = door.connections.read;
	const facts = await sources.attempt(read, attemptId);
	const form = await sources.form(read, attempt.roundId);
	if (!facts || !form) throw new Error('the demo lost an attempt');
	return paperOf(form, facts.seed).map(({ position, itemVersionId }) => ({
		position,
		clientSeq: 1,
		response: answerOf(form.items.get(itemVersionId) as Item, position, attempt)
	}));
}
