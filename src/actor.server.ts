import { anonymous, type Actor } from '#lib/identity/actor.ts';
import { findTokenHolder, type Account } from '#lib/identity/accounts.reads.server.ts';
import { renewSession } from '#lib/identity/renew-session.server.ts';
import { tokenHash } from '#lib/identity/secrets.ts';
import { findSession } from '#lib/identity/sessions.reads.server.ts';
import { dayOf, epochMs, type Instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import { runUseCase, type Door } from '#lib/server/door/run.server.ts';
import { listPosts } from '#lib/units/units.reads.server.ts';

/** What a request may show of itself: the session cookie's text, and the Authorization header. */
export interface Credentials {
	readonly session: string | null;
	readonly bearer: string | null;
}

export interface ActorFound {
	readonly actor: Actor;
	/** The person's own setting, if they made one. */
	readonly language: Language | null;
	/** The session got its whole life again: the cookie is to be set anew. */
	readonly renewed: boolean;
}

export interface ActorResolver {
	/** Who asks, at most 5 seconds stale; unknown or ended credentials are nobody. */
	resolve(credentials: Credentials, at: Instant): Promise<ActorFound>;
	/** After a sign-out in this process: the next request sees it at once. */
	forget(session: string): void;
	stop(): Promise<void>;
}

const nobody: ActorFound = { actor: anonymous, language: null, renewed: false };
/** The stated bound of staleness (performance.md §Shape 7). */
const STALE_MS = 5_000;
const MOST_REMEMBERED = 50_000;

/** Sessions and bearer tokens to actors, looked up once and remembered for at most STALE_MS. */
export function actorResolver(door: Door): ActorResolver {
	const remembered = new Map<string, { readonly found: ActorFound; readonly until: number }>();
	// A session id is no bearer token, nor the other way round.
	const keyOf = (kind: 'session' | 'bearer', secret: string) =>
		`${kind} ${tokenHash(secret).toString('base64')}`;

	async function lookUp(
		secret: string,
		kind: 'session' | 'bearer',
		at: Instant
	): Promise<ActorFound> {
		const key = keyOf(kind, secret);
		const known = remembered.get(key);
		if (known && epochMs(at) < known.until) return { ...known.found, renewed: false };
		const found = await (kind === 'session'
			? bySession(door, secret, at)
			: byToken(door, secret, at));
		if (remembered.size >= MOST_REMEMBERED) remembered.clear();
		if (found !== nobody) remembered.set(key, { found, until: epochMs(at) + STALE_MS });
		return found;
	}

	return {
		async resolve({ session, bearer }, at) {
			const token = /^Bearer\s+(\S+)$/i.exec(bearer ?? '')?.[1];
			if (bearer !== null) return token ? lookUp(token, 'bearer', at) : nobody;
			return session ? lookUp(session, 'session', at) : nobody;
		},
		forget: (session) => void remembered.delete(keyOf('session', session)),
		stop: async () => remembered.clear()
	};
}

async function bySession(door: Door, session: string, at: Instant): Promise<ActorFound> {
	const found = await findSession(door.connections.read, session, at);
	if (!found) return nobody;
	if (found.due) {
		const caller = { actor: anonymous, at, language: 'vi' } as const;
		await runUseCase(door, caller, renewSession, { token: session });
	}
	return { actor: await actorOf(door, found, at), language: found.language, renewed: found.due };
}

async function byToken(door: Door, token: string, at: Instant): Promise<ActorFound> {
	const holder = await findTokenHolder(door.connections.read, token);
	if (!holder) return nobody;
	return { actor: await actorOf(door, holder, at), language: holder.language, renewed: false };
}

async function actorOf(door: Door, account: Account, at: Instant): Promise<Actor> {
	return {
		kind: 'account',
		accountId: account.id,
		personId: account.holder === 'person' ? account.id : null,
		posts: await listPosts(door.connections.read, account.id, dayOf(at))
	};
}
