import { z } from 'zod';
import { identityRefusals } from '#lib/identity/refusals.ts';
import { roles } from '#lib/identity/roles.ts';
import { signInSchema } from '#lib/identity/sign-in.schema.ts';
import { languages } from '#lib/kernel/language.ts';
import { purposes } from '#lib/people/consent.ts';
import { giveConsentSchema } from '#lib/people/consents.schema.ts';
import { peopleRefusals } from '#lib/people/refusals.ts';
import type { Operation } from '#lib/server/door/openapi.ts';
import { audiences } from '#lib/units/audience.ts';
import { may, whole } from './common.ts';

const unit = z.object({
	key: z.string(),
	name: z.string(),
	audiences: z.array(z.enum(audiences))
});
const voice = z.enum(['own', 'guardian']);
const missing = z.array(z.object({ purpose: z.enum(purposes), by: voice }));
const consents = z.object({
	guardianNeeded: z.boolean(),
	purposes: z.record(z.enum(purposes), z.object({ given: z.boolean(), missing: z.array(voice) }))
});

const person = z.object({
	id: z.string().nullable(),
	name: z.string(),
	units: z.array(unit),
	missing
});

const me = z.object({
	person: z.object({ id: z.string(), birthYear: whole }).nullable(),
	name: z.string(),
	language: z.enum(languages).nullable(),
	units: z.array(unit),
	roles: z.array(z.object({ role: z.enum(roles), unit: z.string().nullable() })),
	consents: consents.extend({ textVersion: z.string() }).nullable(),
	missing
});

/** Who asks: signing in and out, what the instance knows of the caller, and the caller's own consent. */
export const sessionOperations = [
	{
		id: 'signIn',
		tag: 'sessions',
		method: 'POST',
		path: '/sessions',
		input: signInSchema,
		given: ['address'],
		answers: { 201: { schema: z.object({ person: person.nullable() }) } },
		problems: may(
			identityRefusals,
			'unknown-card',
			'wrong-pin',
			'wrong-password',
			'card-locked',
			'account-locked',
			'too-many-attempts'
		),
		open: true
	},
	{
		id: 'signOut',
		tag: 'sessions',
		method: 'DELETE',
		path: '/sessions/current',
		input: z.object({}),
		answers: { 204: {} },
		problems: may(peopleRefusals, 'sign-in-needed'),
		open: false
	},
	{
		id: 'getMe',
		tag: 'sessions',
		method: 'GET',
		path: '/me',
		input: z.object({}),
		answers: { 200: { schema: me } },
		problems: may(peopleRefusals, 'sign-in-needed'),
		open: false
	},
	{
		id: 'putConsents',
		tag: 'sessions',
		method: 'PUT',
		path: '/me/consents',
		input: giveConsentSchema,
		answers: { 200: { schema: consents } },
		problems: may(peopleRefusals, 'sign-in-needed', 'not-found', 'consent-text-changed'),
		open: false
	}
] as const satisfies readonly Operation[];
