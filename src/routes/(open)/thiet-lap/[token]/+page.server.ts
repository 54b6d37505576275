import { setUpAccountSchema } from '#lib/identity/set-up-account.schema.ts';
import { setUpAccount } from '#lib/identity/set-up-account.server.ts';
import { viewSetUpLink } from '#lib/identity/view-set-up-link.server.ts';
import { runForm } from '#lib/server/door/run-form.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Forms and links are all it needs; and what is typed before a script has arrived stays typed. */
export const csr = false;

/** The page of a one-time set-up link. */
export const load: PageServerLoad = (event) =>
	runLoad(event, viewSetUpLink, { token: event.params.token });

export const actions: Actions = {
	default: (event) =>
		runForm(event, setUpAccountSchema, setUpAccount, {
			secret: ['password'],
			then: () => '/vao?can-bo&da-dat'
		})
};
