import type { Part } from '#lib/bank/item.ts';
import type { ShownItem } from '#lib/bank/shown-item.ts';
import type { FieldError } from '#lib/kernel/outcome.ts';
import { isStorable } from '#lib/kernel/text.ts';

/** An answer as contract §2 gives it, by item type; `null` clears. */
export type Response =
	| string
	| readonly string[]
	| Readonly<Record<string, boolean>>
	| Readonly<Record<string, string>>
	| null;

export type ResponseFault =
	'wrong-shape' | 'unknown-id' | 'repeated-id' | 'missing-id' | 'too-long' | 'unstorable-text';

/** Characters (code points) that a typed answer may have. */
export const LONGEST_ANSWER = 1000;

/**
 * Is this a response to that item? `null`, or the first thing wrong with it, at `pointer` or below it
 * (contract §2 "Saving"). Partly answered groups and pairs are fine; an ordering names every element.
 */
export function responseError(
	item: ShownItem,
	response: unknown,
	pointer = '/response'
): FieldError | null {
	if (response === null) return null;
	const fault = faultOf(item, response);
	return fault && { pointer: `${pointer}${fault.at}`, code: fault.code };
}

interface Fault {
	readonly at: string;
	readonly code: ResponseFault;
}
const whole = (code: ResponseFault): Fault => ({ at: '', code });

function faultOf(item: ShownItem, response: unknown): Fault | null {
	switch (item.type) {
		case 'single':
			return chosen(response, item.options);
		case 'multiple':
			return listed(response, item.options);
		case 'trueFalseGroup':
			return entered(response, item.statements, (v) => typeof v === 'boolean' || 'wrong-shape');
		case 'matching': {
			const rights = idsOf(item.right);
			return entered(response, item.left, (v) =>
				typeof v === 'string' ? rights.has(v) || 'unknown-id' : 'wrong-shape'
			);
		}
		case 'ordering':
			return ordered(response, item.elements);
		case 'numeric':
		case 'shortAnswer':
			return typed(response);
	}
}

function chosen(response: unknown, options: readonly Part[]): Fault | null {
	if (typeof response !== 'string') return whole('wrong-shape');
	return idsOf(options).has(response) ? null : whole('unknown-id');
}

function listed(response: unknown, parts: readonly Part[]): Fault | null {
	if (!Array.isArray(response)) return whole('wrong-shape');
	const known = idsOf(parts);
	const seen = new Set<unknown>();
	for (const [index, id] of response.entries()) {
		const at = `/${index}`;
		if (typeof id !== 'string') return { at, code: 'wrong-shape' };
		if (!known.has(id)) return { at, code: 'unknown-id' };
		if (seen.has(id)) return { at, code: 'repeated-id' };
		seen.add(id);
	}
	return null;
}

function ordered(response: unknown, elements: readonly Part[]): Fault | null {
	const fault = listed(response, elements);
	if (fault) return fault;
	return Array.isArray(response) && response.length < elements.length ? whole('missing-id') : null;
}

function entered(
	response: unknown,
	parts: readonly Part[],
	judge: (value: unknown) => true | ResponseFault
): Fault | null {
	if (typeof response !== 'object' || response === null || Array.isArray(response))
		return whole('wrong-shape');
	const known = idsOf(parts);
	for (const [id, value] of Object.entries(response)) {
		// An id of no part is not echoed: it may be anything.
		if (!known.has(id)) return whole('unknown-id');
		const verdict = judge(value);
		if (verdict !== true) return { at: `/${escaped(id)}`, code: verdict };
	}
	return null;
}

function typed(response: unknown): Fault | null {
	if (typeof response !== 'string') return whole('wrong-shape');
	if (!isStorable(response)) return whole('unstorable-text');
	return [...response].length > LONGEST_ANSWER ? whole('too-long') : null;
}

function idsOf(parts: readonly Part[]): Set<string> {
	return new Set(parts.map((part) => part.id));
}

function escaped(id: string): string {
	return id.replace(/~/g, '~0').replace(/\//g, '~1');
}
