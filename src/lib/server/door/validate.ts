import { z } from 'zod';
import type { Language } from '#lib/kernel/language.ts';
import type { FieldError, Outcome } from '#lib/kernel/outcome.ts';
import { ok } from '#lib/kernel/outcome.ts';
import { doorWords } from '#lib/messages/door.ts';
import { refuse, type DoorRefusal } from './refusals.ts';
import { unstorablePath } from './storable.ts';

/** Where a field came from: the body's pointers are bare, the others carry their place (contract §2, Doors). */
export type Place = '' | '/query' | '/path';

/** Enough to mend by; a body that is wrong everywhere is not listed everywhere. */
const MOST_ERRORS = 50;

/** Holds `value` against the schema; on failure names every field with an RFC 6901 pointer and a sentence. */
export function validate<S extends z.ZodType>(
	schema: S,
	value: unknown,
	language: Language,
	placeOf: (key: string) => Place = () => ''
): Outcome<z.output<S>, DoorRefusal> {
	const locale = language === 'vi' ? z.locales.vi() : z.locales.en();
	const result = schema.safeParse(value, { error: locale.localeError, reportInput: true });
	if (result.success) return storable(result.data, placeOf);
	return refuse('invalid', {
		errors: result.error.issues
			.flatMap((issue) => errorsOf(issue, { placeOf, language }))
			.slice(0, MOST_ERRORS)
	});
}

/** Text with a NUL or a lone surrogate passes most schemas, but no database keeps it. */
function storable<T>(value: T, placeOf: (key: string) => Place): Outcome<T, DoorRefusal> {
	const path = unstorablePath(value);
	if (path === undefined) return ok(value);
	const pointer = placeOf(String(path[0] ?? '')) + pointerOf(path);
	return refuse('invalid', { errors: [{ pointer, code: 'unstorable-text' }] });
}

interface Reader {
	readonly placeOf: (key: string) => Place;
	readonly language: Language;
}

function errorsOf(issue: z.core.$ZodIssue, { placeOf, language }: Reader): FieldError[] {
	const paths =
		issue.code === 'unrecognized_keys'
			? issue.keys.slice(0, MOST_ERRORS).map((key) => [...issue.path, key])
			: [issue.path];
	return paths.map((path) => ({
		pointer: placeOf(String(path[0] ?? '')) + pointerOf(path),
		...complaintOf(issue, language)
	}));
}

/** A schema of ours names its complaint by a code (`not-a-day`); what zod says is a sentence already. */
function complaintOf(issue: z.core.$ZodIssue, language: Language) {
	const { complaints } = doorWords[language];
	// zod's own sentence lists every unknown key, once for each of them.
	if (issue.code === 'unrecognized_keys')
		return { code: codeOf(issue), detail: complaints['unknown-field'] };
	const own = complaints[issue.message];
	if (own !== undefined) return { code: issue.message, detail: own };
	return { code: codeOf(issue), detail: issue.message };
}

function pointerOf(path: readonly PropertyKey[]): string {
	return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function codeOf(issue: z.core.$ZodIssue): string {
	if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
	return issue.code.replaceAll('_', '-');
}
