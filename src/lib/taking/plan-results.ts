import type { RoundWindow } from '#lib/contest/round-phase.ts';
import type { ImportNote } from '#lib/kernel/import-report.ts';
import type { Facts } from '#lib/kernel/outcome.ts';
import type { ResultLine } from './results-file.ts';

/** What a round must tell to be held against. */
interface Round extends RoundWindow {
	readonly id: string;
	readonly key: string;
	/** Full marks; a higher score is a fault. */
	readonly maxScore: number;
}

/** What is known of the contest when results are held against it. */
export interface ResultsWorld {
	readonly rounds: readonly Round[];
	/** Person ids by roster code. */
	readonly people: ReadonlyMap<string, string>;
	/** Attempts a person may have in a round. */
	mostAttempts(personId: string): number;
	readonly before: readonly KnownResult[];
}

/** An attempt that is there already; `score` null: it was played here. */
export interface KnownResult {
	readonly roundId: string;
	readonly personId: string;
	readonly seq: number;
	readonly startedAt: string;
	readonly submittedAt: string | null;
	readonly score: number | null;
	readonly prediction: number | null;
}

export interface NewResult extends ResultLine {
	readonly round: Round;
	readonly personId: string;
	readonly seq: number;
}

export interface ResultsPlan {
	readonly fresh: readonly NewResult[];
	readonly same: number;
	readonly notes: readonly ImportNote[];
}

/** Holds lines against the contest, in order of time: each is new, the same as before, or at fault. */
export function planResults(lines: readonly ResultLine[], world: ResultsWorld): ResultsPlan {
	const fresh: NewResult[] = [];
	const notes: ImportNote[] = [];
	const taken = new Map<string, KnownResult[]>();
	for (const known of world.before) push(taken, keyOf(known.roundId, known.personId), known);
	let same = 0;
	for (const line of [...lines].sort(byTime)) {
		const judged = judge(line, world, taken);
		if (judged === 'same') same += 1;
		else if ('code' in judged) notes.push(judged);
		else {
			fresh.push(judged);
			push(taken, keyOf(judged.round.id, judged.personId), { ...judged, roundId: judged.round.id });
		}
	}
	return { fresh, same, notes: notes.sort((a, b) => a.line - b.line) };
}

function judge(
	line: ResultLine,
	world: ResultsWorld,
	taken: ReadonlyMap<string, KnownResult[]>
): 'same' | ImportNote | NewResult {
	const round = world.rounds.find((one) => one.key === line.roundId);
	if (!round) return fault(line, 'unknown-round', { roundId: line.roundId });
	const personId = world.people.get(line.personCode);
	if (!personId) return fault(line, 'unknown-person', { personCode: line.personCode });
	const had = taken.get(keyOf(round.id, personId)) ?? [];
	const twin = had.find((known) => known.startedAt === line.startedAt);
	if (twin) return isSame(twin, line) ? 'same' : fault(line, 'starts-twice', { ...line });
	const wrong = wrongIn(line, round);
	if (wrong) return wrong;
	if (had.some((known) => known.startedAt > line.startedAt))
		return fault(line, 'out-of-order', { ...line });
	const seq = had.length + 1;
	const attemptsMax = world.mostAttempts(personId);
	if (seq > attemptsMax) return fault(line, 'too-many-attempts', { ...line, attemptsMax });
	return { ...line, round, personId, seq };
}

function wrongIn(line: ResultLine, round: Round): ImportNote | undefined {
	if (line.startedAt < round.opensAt || line.startedAt >= round.closesAt)
		return fault(line, 'outside-round', { ...line });
	if (line.submittedAt < line.startedAt) return fault(line, 'ends-before-start', {});
	const { score } = line;
	const { maxScore } = round;
	return score > maxScore ? fault(line, 'score-too-high', { score, maxScore }) : undefined;
}

function isSame(known: KnownResult, line: ResultLine): boolean {
	return (
		known.submittedAt === line.submittedAt &&
		known.score === line.score &&
		known.prediction === line.prediction
	);
}

function fault(line: ResultLine, code: string, facts: object): ImportNote {
	return { level: 'error', line: line.line, code, facts: facts as Facts };
}

const byTime = (a: ResultLine, b: ResultLine) =>
	a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : a.line - b.line;

function keyOf(roundId: string, personId: string): string {
	return `${roundId}/${personId}`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
