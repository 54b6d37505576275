import type { Actor } from '#lib/identity/actor.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import type { Standing } from '#lib/server/readiness.server.ts';

declare global {
	namespace App {
		interface Locals {
			/** The one instant of this request. */
			at: Instant;
			/** The instant now: a posted form has arrived when its last byte has. */
			now: () => Instant;
			actor: Actor;
			language: Language;
			theme: 'light' | 'dark' | 'auto';
			/** This instance holds the demo world, for good. */
			demo: boolean;
			door: Door;
			/** The raw session id of the cookie, for signing out. */
			sessionToken: string | null;
			/** After a sign-out: the next request of this process sees it at once. */
			forgetSession: (token: string) => void;
			/** Whom to ask, from the instance's settings. */
			support: string | null;
			/** For `/readyz`. */
			readiness: Standing;
			/** Our origin is https: cookies carry Secure. */
			secure: boolean;
		}
		interface Error {
			message: string;
			code?: string;
		}
	}
}
export {};
