import { byCodeUnit } from '#lib/kernel/text.ts';
import { instantOf } from '#lib/kernel/instant.ts';
import { attemptLines } from './attempts-file.ts';
import type { AttemptLine } from './attempt-line.ts';
import { readContest, type BundleContest, type BundleSource } from './bundle.ts';
import { keysInForce } from './bundle-references.ts';
import { knownToAttempts } from './known-to-attempts.ts';
import { validAttempt } from './tally-attempts.ts';

/** The two files of a bundle, as text that ends with LF. */
export interface BundleTexts {
	readonly contest: string;
	readonly attempts: string;
}

/** What a page reads back of the public contest.json. */
export interface PublicDocument {
	readonly people: readonly {
		readonly id: string;
		readonly unitId: string;
		readonly group: string | null;
	}[];
	readonly units: readonly Titled[];
	readonly groups: readonly Titled[];
	readonly rules: { readonly prizes: readonly Titled[] };
}
interface Titled {
	readonly id: string;
	readonly title?: unknown;
}

interface KeptAttempt {
	readonly line: AttemptLine;
	readonly elapsed: number;
}

/**
 * The public form of a sound full bundle (contract §4): valid attempts only, renumbered, and the people
 * who have one, so that nobody can infer extra time, exclusions or why an attempt was voided. It gives the
 * same standings.json. Throws when the bundle is unsound: recompute it first.
 */
export function publicForm(full: BundleSource): BundleTexts {
	const { raw, contest } = readContest(full.contest);
	if (contest === null) throw new Error('a public form is made of a sound bundle');
	const kept = keptAttempts(full, raw, contest);
	const taken = new Set(kept.map(({ line }) => line.person));
	const keys = keysInForce(raw);
	const people = contest.people.flatMap((person, index) =>
		taken.has(index) ? [publicPerson(person, keys.has('registeredAt'))] : []
	);
	const published = { ...Object(raw), form: 'public', people };
	return {
		contest: `${JSON.stringify(published, null, '\t')}\n`,
		attempts: renumbered(kept)
			.map((attempt) => publicLine(attempt, contest, keys.has('startedAt')))
			.map((line) => `${JSON.stringify(line)}\n`)
			.join('')
	};
}

function keptAttempts(full: BundleSource, raw: unknown, contest: BundleContest): KeptAttempt[] {
	const kept: KeptAttempt[] = [];
	for (const { attempt } of attemptLines(full.attempts(), knownToAttempts(raw))) {
		const valid = attempt && validAttempt(attempt, contest);
		if (attempt && valid) kept.push({ line: attempt, elapsed: valid.elapsed });
	}
	return kept;
}

function publicPerson(person: BundleContest['people'][number], withRegistration: boolean) {
	const { id, unitId, group, registeredMs } = person;
	if (!withRegistration || registeredMs === null) return { id, unitId, group };
	return { id, unitId, group, registeredAt: instantOf(registeredMs) };
}

/** By round and public attempt id, which tell no order of starts; seq 1, 2, 3 in the order of starts. */
function renumbered(kept: readonly KeptAttempt[]): KeptAttempt[] {
	const cells = Map.groupBy(kept, ({ line }) => `${line.round}/${line.person}`);
	const numbered = [...cells.values()].flatMap((cell) =>
		cell
			.toSorted((a, b) => a.line.seq - b.line.seq)
			.map(({ line, elapsed }, index) => ({ elapsed, line: { ...line, seq: index + 1 } }))
	);
	return numbered.sort((a, b) => a.line.round - b.line.round || byCodeUnit(a.line.id, b.line.id));
}

function publicLine({ line, elapsed }: KeptAttempt, contest: BundleContest, withStart: boolean) {
	return {
		id: line.id,
		roundId: contest.rounds[line.round]?.id,
		personId: contest.people[line.person]?.id,
		seq: line.seq,
		...(withStart && line.startedMs !== null ? { startedAt: instantOf(line.startedMs) } : {}),
		submittedAt: instantOf(line.submittedMs),
		elapsed,
		score: line.score,
		prediction: line.prediction
	};
}
