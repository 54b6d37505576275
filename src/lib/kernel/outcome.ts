/** No is a value, a throw is a bug (docs/adr). Every use case answers with an Outcome. */
export type Outcome<T, R extends Refusal = Refusal> = Ok<T> | Refused<R>;
export interface Ok<T> {
	readonly ok: true;
	readonly value: T;
}
export interface Refused<R extends Refusal = Refusal> {
	readonly ok: false;
	readonly refusal: R;
}
/** What a sentence needs: counts, instants, texts. Never a name, an answer or a card. */
export type Facts = Readonly<Record<string, string | number>>;

/** One wrong field; `pointer` is an RFC 6901 pointer into the body, or `/query/…`, `/path/…`. */
export interface FieldError {
	readonly pointer: string;
	readonly code: string;
	readonly detail?: string;
}

export interface Refusal<Code extends string = string> {
	readonly code: Code;
	/** HTTP status; the problem type is `/problems/<code>`. */
	readonly status: number;
	readonly facts?: Facts;
	readonly errors?: readonly FieldError[];
	/** The writes of this refusal stand (failed sign-ins, lockouts, consumed one-time links). */
	readonly keep?: true;
}

export interface RefusalMore {
	readonly facts?: Facts;
	readonly errors?: readonly FieldError[];
	readonly keep?: true;
}

export function ok<T>(value: T): Ok<T> {
	return { ok: true, value };
}

/** A room's own way of saying no: its table gives each code its HTTP status. */
export function refuser<Table extends Readonly<Record<string, number>>>(statuses: Table) {
	return <Code extends keyof Table & string>(
		code: Code,
		more: RefusalMore = {}
	): Refused<Refusal<Code>> => ({
		ok: false,
		refusal: { code, status: statuses[code] as number, ...more }
	});
}
