import { itemTextToHtml } from '#lib/bank/item-text.server.ts';
import { listItemVersions } from '#lib/bank/items.reads.server.ts';
import { showItem, type ShownItem } from '#lib/bank/shown-item.ts';
import { findRound, type RoundOfContest } from '#lib/contest/contests.reads.server.ts';
import type { Form } from '#lib/contest/form.ts';
import { findForm } from '#lib/contest/forms.reads.server.ts';
import { epochMs, type Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { findAttempt, type Attempt } from './attempts.reads.server.ts';
import type { PaperSlot } from './draw-paper.ts';
import { keyed, roundForm, slotsOf, type RoundForm } from './round-form.ts';
import type { KeyedPaper } from './score-attempt.ts';

/** Where use cases of this room get rounds and frozen forms: straight from the database, or remembered. */
export interface Sources {
	round(db: ReadDb, roundId: string, at: Instant): Promise<RoundOfContest | undefined>;
	/** `undefined` before the form is frozen. */
	form(db: ReadDb, roundId: string): Promise<RoundForm | undefined>;
	/** What of an attempt never changes. */
	attempt(db: ReadDb, attemptId: string): Promise<AttemptFacts | undefined>;
	/** The visible side of each item of its paper, by position from 1 (index 0 is position 1). */
	paper(db: ReadDb, attempt: AttemptFacts): Promise<readonly ShownItem[]>;
	/** Its paper with the keys, for scoring; `undefined` where the round has no form. */
	keyedPaper(db: ReadDb, attempt: AttemptFacts): Promise<KeyedPaper | undefined>;
}

export type AttemptFacts = Omit<Attempt, 'end'>;

export const directSources: Sources = {
	round: findRound,
	async form(db, roundId) {
		const form = await findForm(db, roundId);
		return form && completeForm(db, form);
	},
	attempt: findAttempt,
	async paper(db, attempt) {
		const form = await directSources.form(db, attempt.roundId);
		return form ? shownBy(form, slotsOf(form, attempt.seed)) : [];
	},
	async keyedPaper(db, attempt) {
		const form = await directSources.form(db, attempt.roundId);
		return form && keyed(form, slotsOf(form, attempt.seed));
	}
};

function shownBy(form: RoundForm, slots: readonly PaperSlot[]): ShownItem[] {
	return slots.flatMap((slot) => form.shown.get(slot.itemVersionId) ?? []);
}

/** A frozen form with its item versions and their visible side. */
export async function completeForm(db: ReadDb, form: Form): Promise<RoundForm> {
	const ids = [...new Set(form.cells.flatMap((cell) => cell.itemVersionIds))];
	return roundForm(form, await listItemVersions(db, ids), (item) => showItem(item, itemTextToHtml));
}

/** A round may be up to this old: its opening and closing may be moved while it runs. */
const ROUND_AGE_MS = 5_000;
const MOST_ROUNDS = 500;
const MOST_ATTEMPTS = 20_000;

/**
 * Remembers frozen forms and drawn papers, which never change, and rounds for a few seconds. Read forms through it only
 * before the same transaction freezes one: what it remembers must have been committed.
 */
export function rememberingSources(): Sources {
	const rounds = new Map<string, { readonly round: RoundOfContest; readonly readAt: number }>();
	const forms = new Map<string, RoundForm>();
	const attempts = new Map<string, AttemptFacts>();
	const papers = new Map<string, readonly PaperSlot[]>();
	const slots = (form: RoundForm, { id, seed }: AttemptFacts) => {
		const known = papers.get(id);
		if (known) return known;
		const drawn = slotsOf(form, seed);
		remember(papers, [id, drawn], MOST_ATTEMPTS);
		return drawn;
	};
	const sources: Sources = {
		async round(db, roundId, at) {
			const known = rounds.get(roundId);
			if (known && Math.abs(epochMs(at) - known.readAt) < ROUND_AGE_MS) return known.round;
			const round = await findRound(db, roundId);
			if (round) remember(rounds, [roundId, { round, readAt: epochMs(at) }], MOST_ROUNDS);
			return round;
		},
		async form(db, roundId) {
			const known = forms.get(roundId);
			if (known) return known;
			const form = await directSources.form(db, roundId);
			if (form) remember(forms, [roundId, form], MOST_ROUNDS);
			return form;
		},
		async attempt(db, attemptId) {
			const known = attempts.get(attemptId);
			if (known) return known;
			const found = await findAttempt(db, attemptId);
			if (!found) return undefined;
			const facts = factsOf(found);
			remember(attempts, [attemptId, facts], MOST_ATTEMPTS);
			return facts;
		},
		async paper(db, attempt) {
			const form = await sources.form(db, attempt.roundId);
			return form ? shownBy(form, slots(form, attempt)) : [];
		},
		async keyedPaper(db, attempt) {
			const form = await sources.form(db, attempt.roundId);
			return form && keyed(form, slots(form, attempt));
		}
	};
	return sources;
}

/** Built field by field: the recorded end must not be remembered. */
function factsOf(attempt: Attempt): AttemptFacts {
	const { id, roundId, contestCode, personId, seq, seed } = attempt;
	const { receipt, startedAt, window, extraTime } = attempt;
	return {
		id,
		roundId,
		contestCode,
		personId,
		seq,
		seed,
		receipt,
		startedAt,
		window,
		extraTime
	};
}

function remember<T>(memory: Map<string, T>, [key, value]: [string, T], most: number): void {
	memory.set(key, value);
	if (memory.size > most) memory.delete(memory.keys().next().value as string);
}
