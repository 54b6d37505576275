import type { FormRefused } from '#lib/server/door/run-form.server.ts';

export type Refused = FormRefused | null;

/** What was typed in a field, to be kept. */
export function typed(refused: Refused, field: string): string {
	const value = refused?.values[field];
	return typeof value === 'string' ? value : '';
}
