import type { Instant } from '../kernel/instant.ts';
import type { Outcome } from '../kernel/outcome.ts';
import type { WriteDb } from '../server/db/client.ts';
import type { Form } from './form.ts';
import { refuse, type ContestRefusal } from './refusals.ts';

export async function freezeForm(
	_tx: WriteDb,
	_input: { readonly roundId: string; readonly at: Instant }
): Promise<Outcome<Form, ContestRefusal>> {
	return await Promise.resolve(refuse('form-unfillable'));
}
