import { isStorable } from '#lib/kernel/text.ts';
import type { BundleProblem, BundleProblemCode } from './bundle-problem.ts';
import { shortly } from './bundle-shape.ts';
import type { KnownToAttempts } from './known-to-attempts.ts';
import { momentMs } from './moment.ts';

/** One line of attempts.ndjson, read. Rounds and people are places in their lists; times epoch ms. */
export interface AttemptLine {
	readonly id: string;
	readonly round: number;
	readonly person: number;
	readonly seq: number;
	readonly score: number;
	readonly submittedMs: number;
	/** null in the public form when no key asks. */
	readonly startedMs: number | null;
	readonly prediction: number | null;
	/** Full form only. */
	readonly status: 'submitted' | 'auto' | null;
	readonly voided: boolean;
	/** Public form only: normalised, as published. */
	readonly elapsed: number | null;
}

type Fields = Record<string, unknown>;
type Report = (
	code: BundleProblemCode,
	field: string,
	facts?: Record<string, string | number>
) => void;

interface FieldRule {
	readonly fits: (value: unknown, known: KnownToAttempts) => boolean;
	readonly expected: string;
	readonly optional?: true;
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isId = (value: unknown): boolean =>
	typeof value === 'string' && value !== '' && isStorable(value);
const isText = (value: unknown): boolean => typeof value === 'string';

const shared: Readonly<Record<string, FieldRule>> = {
	id: { fits: isId, expected: 'id' },
	roundId: { fits: isText, expected: 'id' },
	personId: { fits: isText, expected: 'id' },
	seq: { fits: (seq) => isCount(seq) && seq !== 0, expected: 'integer ≥ 1' },
	submittedAt: { fits: isText, expected: 'ISO 8601 + offset' },
	score: { fits: isCount, expected: 'integer ≥ 0' },
	prediction: {
		fits: (value, known) => value === null || !known.predicts || isCount(value),
		expected: 'integer ≥ 0 | null',
		optional: true
	}
};

const fieldsOf: Readonly<Record<'full' | 'public', Readonly<Record<string, FieldRule>>>> = {
	full: {
		...shared,
		startedAt: { fits: isText, expected: 'ISO 8601 + offset' },
		status: {
			fits: (status) => status === 'submitted' || status === 'auto',
			expected: '"submitted" | "auto"'
		},
		void: {
			fits: (reason) => reason === null || typeof reason === 'string',
			expected: 'text | null'
		}
	},
	public: {
		...shared,
		startedAt: { fits: isText, expected: 'ISO 8601 + offset', optional: true },
		elapsed: { fits: isCount, expected: 'integer ≥ 0' }
	}
};

const rulesOf = { full: Object.entries(fieldsOf.full), public: Object.entries(fieldsOf.public) };

export interface LineOutcome {
	/** null when the line's shape is wrong; with other problems it is there to be compared with others. */
	readonly attempt: AttemptLine | null;
	readonly problems: readonly BundleProblem[];
}

const noProblems: readonly BundleProblem[] = [];

/** Reads one line; what is wrong with it is named, all at once. */
export function readAttemptLine(text: string, line: number, known: KnownToAttempts): LineOutcome {
	const fields = parsedObject(text);
	const problems: BundleProblem[] = [];
	const report: Report = (code, field, facts = {}) =>
		problems.push({ file: 'attempts.ndjson', line, code, facts: { field: `/${field}`, ...facts } });
	if (fields === null) report('unreadable-json', '');
	else checkShape(fields, known, report);
	if (fields === null || problems.length > 0) return { attempt: null, problems };
	const attempt = attemptOf(fields, known, report);
	return { attempt, problems: problems.length > 0 ? problems : noProblems };
}

function parsedObject(text: string): Fields | null {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Fields)
			: null;
	} catch {
		return null;
	}
}

function checkShape(fields: Fields, known: KnownToAttempts, report: Report): void {
	const rules = rulesOf[known.form];
	let present = 0;
	for (const [field, rule] of rules) {
		const value = fields[field];
		if (value !== undefined) present++;
		if (value === undefined) {
			if (!rule.optional || (field === 'startedAt' && known.needsStart))
				report('missing-field', field);
		} else if (!rule.fits(value, known))
			report('wrong-value', field, { expected: rule.expected, found: shortly(value) });
	}
	const names = Object.keys(fields);
	if (names.length === present) return;
	for (const field of names)
		if (!Object.hasOwn(fieldsOf[known.form], field)) report('unknown-field', field);
}

/** The line of a sound shape as an attempt; ids, instants and the score are still to be checked. */
function attemptOf(fields: Fields, known: KnownToAttempts, report: Report): AttemptLine {
	const unknown = (field: string) => () =>
		report('unknown-id', field, { found: shortly(fields[field]) });
	const round = checkedPlace(known.rounds.get(String(fields['roundId'])), unknown('roundId'));
	const score = Number(fields['score']);
	const maxScore = known.maxScores[round];
	if (typeof maxScore === 'number' && score > maxScore)
		report('score-outside', 'score', { found: score, most: maxScore });
	return {
		id: String(fields['id']),
		round,
		person: checkedPlace(known.people.get(String(fields['personId'])), unknown('personId')),
		seq: Number(fields['seq']),
		score,
		submittedMs: momentAt(fields, 'submittedAt', report) ?? 0,
		startedMs: momentAt(fields, 'startedAt', report),
		prediction: known.predicts ? countOrNull(fields['prediction']) : null,
		status:
			fields['status'] === 'auto' ? 'auto' : fields['status'] === undefined ? null : 'submitted',
		voided: typeof fields['void'] === 'string',
		elapsed: countOrNull(fields['elapsed'])
	};
}

function checkedPlace(place: number | undefined, report: () => void): number {
	if (place === undefined) report();
	return place ?? -1;
}

function countOrNull(value: unknown): number | null {
	return typeof value === 'number' ? value : null;
}

function momentAt(fields: Fields, field: string, report: Report): number | null {
	const text = fields[field];
	if (typeof text !== 'string') return null;
	const ms = momentMs(text);
	if (Number.isNaN(ms))
		report('wrong-value', field, { expected: 'ISO 8601 + offset', found: shortly(text) });
	return ms;
}
