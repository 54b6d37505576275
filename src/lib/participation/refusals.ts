import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way participation says no. */
export const participationRefusals = {
	'not-found': 404,
	'sign-in-needed': 401
} as const;
export type ParticipationRefusalCode = keyof typeof participationRefusals;
export type ParticipationRefusal = Refusal<ParticipationRefusalCode>;
export const refuse = refuser(participationRefusals);
