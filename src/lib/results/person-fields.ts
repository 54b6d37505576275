import { compare, fraction, type Fraction } from '#lib/kernel/fraction.ts';
import { isStorable } from '#lib/kernel/text.ts';
import type { BundleProblemCode, PlacedProblem } from './bundle-problem.ts';
import { shortly } from './bundle-shape.ts';
import { momentMs } from './moment.ts';

/** A person of either form, read; the public form has no extra time, attempts or exclusion to tell. */
export interface BundlePerson {
	readonly id: string;
	readonly unitId: string;
	readonly group: string | null;
	/** Epoch ms; null where the public form leaves it out. */
	readonly registeredMs: number | null;
	readonly extraTime: Fraction;
	readonly extraAttempts: number;
	readonly excluded: boolean;
}

interface FieldRule {
	readonly fits: (value: unknown) => boolean;
	readonly expected: string;
	readonly optional?: true;
}

const isId = (value: unknown) => typeof value === 'string' && value !== '' && isStorable(value);
const isMoment = (value: unknown) => typeof value === 'string' && !Number.isNaN(momentMs(value));
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

const id: FieldRule = { fits: isId, expected: 'id' };
const moment: FieldRule = { fits: isMoment, expected: 'ISO 8601 + offset' };
const shared: Readonly<Record<string, FieldRule>> = {
	id,
	unitId: id,
	group: { fits: (value) => value === null || isId(value), expected: 'id | null' }
};

const fieldsOf: Readonly<Record<'full' | 'public', Readonly<Record<string, FieldRule>>>> = {
	full: {
		...shared,
		registeredAt: moment,
		extraTime: { fits: (value) => shareOf(value) !== null, expected: '[n, d], d > 0' },
		extraAttempts: {
			fits: (value) => value === null || isCount(value),
			expected: 'integer ≥ 0 | null',
			optional: true
		},
		excluded: {
			fits: (value) => value === null || value === 'organiser' || value === 'disqualified',
			expected: '"organiser" | "disqualified" | null'
		}
	},
	public: { ...shared, registeredAt: { ...moment, optional: true } }
};

export interface ReadPeople {
	readonly people: readonly BundlePerson[];
	readonly problems: readonly PlacedProblem[];
}

/**
 * Reads the people of a bundle. By hand rather than by a schema: they are most of contest.json, and a
 * province has a hundred thousand of them.
 */
export function readPeople(records: readonly unknown[], form: 'full' | 'public'): ReadPeople {
	const problems: PlacedProblem[] = [];
	const people = records.map((record, index) => {
		const report: Report = (code, field, facts) =>
			problems.push({ path: ['people', index, ...field], code, facts });
		if (typeof record !== 'object' || record === null || Array.isArray(record))
			report('wrong-value', [], { expected: 'object', found: shortly(record) });
		else checkPerson(record as Fields, form, report);
		return personOf(Object(record) as Fields);
	});
	return { people, problems };
}

type Fields = Readonly<Record<string, unknown>>;
type Report = (
	code: BundleProblemCode,
	field: readonly string[],
	facts: Record<string, string>
) => void;

function checkPerson(fields: Fields, form: 'full' | 'public', report: Report): void {
	const rules = fieldsOf[form];
	for (const field in fields)
		if (!Object.hasOwn(rules, field)) report('unknown-field', [field], {});
	for (const field in rules) {
		const { fits, expected, optional } = rules[field] as FieldRule;
		const value = fields[field];
		if (value === undefined) {
			if (!optional) report('missing-field', [field], {});
		} else if (!fits(value)) report('wrong-value', [field], { expected, found: shortly(value) });
	}
	const extra = shareOf(fields['extraTime']);
	if (form === 'full' && extra !== null && compare(extra, none) < 0)
		report('extra-time-below-one', ['extraTime'], {});
}

const none = fraction(1);

function personOf(fields: Fields): BundlePerson {
	const { group, registeredAt, extraAttempts, excluded } = fields;
	return {
		id: String(fields['id']),
		unitId: String(fields['unitId']),
		group: typeof group === 'string' ? group : null,
		registeredMs: typeof registeredAt === 'string' ? momentMs(registeredAt) : null,
		extraTime: shareOf(fields['extraTime']) ?? none,
		extraAttempts: typeof extraAttempts === 'number' ? extraAttempts : 0,
		excluded: (excluded ?? null) !== null
	};
}

/** `[n, d]` of whole numbers, as text where they may pass 2^53; null when it is not one. */
function shareOf(value: unknown): Fraction | null {
	if (!Array.isArray(value) || value.length !== 2) return null;
	if (value[0] === 1 && value[1] === 1) return none;
	const [n, d] = value.map(wholeOf);
	return n == null || d == null || d === 0n ? null : fraction(n, d);
}

function wholeOf(value: unknown): bigint | null {
	if (isCount(value)) return BigInt(value as number);
	return typeof value === 'string' && /^\d{1,100}$/.test(value) ? BigInt(value) : null;
}
