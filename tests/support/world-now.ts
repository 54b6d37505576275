import { instant } from '#lib/kernel/instant.ts';

/** The day of the named world: W1 has closed, W2, W3 and W4 lie two years back. Morning in Vietnam. */
export const WORLD_NOW = instant('2026-11-05T02:00:00.000Z');
