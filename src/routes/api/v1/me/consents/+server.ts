import { giveConsentSchema } from '#lib/people/consents.schema.ts';
import { giveConsent } from '#lib/people/give-consent.server.ts';
import { runJson } from '#lib/server/door/run-json.server.ts';
import type { RequestHandler } from './$types';

/** `PUT /me/consents`: the caller's own yes or no to each purpose named. */
export const PUT: RequestHandler = (event) => runJson(event, giveConsentSchema, giveConsent);
