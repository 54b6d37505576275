import { z } from 'zod';

// Shapes that several answers share (contract, "Conventions").

/** An instant on output: ISO 8601, UTC, milliseconds. */
export const instant = z.string().meta({ format: 'date-time' });
/** `YYYY-MM-DD`. */
export const day = z.string().meta({ format: 'date' });
export const whole = z.int();
/** Cursor of the next page; null: this was the last. */
export const next = z.string().nullable();
/** `[numerator, denominator]`. */
export const share = z.tuple([whole, whole]);

/** Of a room's table of refusals, those that a call may meet. */
export function may<Code extends string>(
	table: Readonly<Record<Code, number>>,
	...codes: readonly Code[]
): Record<string, number> {
	return Object.fromEntries(codes.map((code) => [code, table[code]]));
}
