import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way this room says no, with its HTTP status. What is wrong in a file is a note of the import. */
export const bankRefusals = {
	'not-found': 404,
	'sign-in-needed': 401
} as const;

export type BankRefusalCode = keyof typeof bankRefusals;
export type BankRefusal = Refusal<BankRefusalCode>;
export const refuse = refuser(bankRefusals);
