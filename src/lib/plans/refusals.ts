import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way this room says no, with its HTTP status. */
export const plansRefusals = { 'not-found': 404 } as const;
export type PlansRefusalCode = keyof typeof plansRefusals;
export type PlansRefusal = Refusal<PlansRefusalCode>;
export const refuse = refuser(plansRefusals);
