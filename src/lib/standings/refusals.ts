import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way this room says no, with its HTTP status. */
export const standingsRefusals = { 'not-found': 404 } as const;

export type StandingsRefusalCode = keyof typeof standingsRefusals;
export type StandingsRefusal = Refusal<StandingsRefusalCode>;
export const refuse = refuser(standingsRefusals);
