import { isStorable } from '#lib/kernel/text.ts';

export type Path = readonly (string | number)[];

/** Deeper than any shape of the contract. */
const DEEPEST = 32;

/**
 * Where in a value lies the first text or name that nothing can hold (NUL, a lone surrogate), or that is nested
 * too deep. `undefined`: all can be kept.
 */
export function unstorablePath(value: unknown): Path | undefined {
	const waiting: { readonly value: unknown; readonly path: Path }[] = [{ value, path: [] }];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { value: each, path } = next;
		if (typeof each === 'string' && !isStorable(each)) return path;
		if (typeof each !== 'object' || each === null || ArrayBuffer.isView(each)) continue;
		if (path.length >= DEEPEST) return path;
		const parts = Array.isArray(each) ? [...each.entries()] : Object.entries(each);
		for (const [key, part] of parts.reverse()) {
			if (typeof key === 'string' && !isStorable(key)) return path;
			waiting.push({ value: part, path: [...path, key] });
		}
	}
	return undefined;
}
