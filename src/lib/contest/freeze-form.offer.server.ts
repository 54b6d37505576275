import type { Instant } from '#lib/kernel/instant.ts';
import type { Outcome } from '#lib/kernel/outcome.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { Form } from './form.ts';
import { refuse, type ContestRefusal } from './refusals.ts';

export async function freezeForm(
	_tx: WriteDb,
	_input: { readonly roundId: string; readonly at: Instant }
): Promise<Outcome<Form, ContestRefusal>> {
	return await Promise.resolve(refuse('form-unfillable'));
}
