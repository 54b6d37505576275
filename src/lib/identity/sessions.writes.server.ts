import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia';
import { addMs, instantOf, type Instant } from '#lib/kernel/instant.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { tokenHash, tokenText } from './secrets.ts';
import { findSession } from './sessions.reads.server.ts';
import { SESSION_COOKIE, SESSION_DAYS, SESSION_ID_BYTES, SESSION_MS } from './session-life.ts';

// The only file that knows Lucia. It starts and ends sessions; looking one up is a plain read
// (sessions.reads.server.ts), because Lucia would ask the machine's clock instead of the request's instant.

export interface StartedSession {
	/** The session id, for the cookie. Only its digest is kept. */
	readonly token: string;
	readonly expiresAt: Instant;
}

/** A new session beside those that the account already has; that it signed in is kept for good. */
export async function insertSession(
	tx: WriteDb,
	start: { readonly accountId: string; readonly at: Instant; readonly random: RandomSource }
): Promise<StartedSession> {
	const sessionId = tokenText(start.random.bytes(SESSION_ID_BYTES));
	const { accountId, at } = start;
	await luciaOver(tx, at).createSession(accountId, {}, { sessionId });
	await tx.insertInto('signIn').values({ accountId, at }).execute();
	return { token: sessionId, expiresAt: addMs(at, SESSION_MS) };
}

/** Gives a session its whole life again; `undefined` when it is not there any more. */
export async function renewSession(
	tx: WriteDb,
	token: string,
	at: Instant
): Promise<Instant | undefined> {
	if (!(await findSession(tx, token, at))) return undefined;
	const expiresAt = addMs(at, SESSION_MS);
	await new SessionTable(tx, at).updateSessionExpiration(token, new Date(expiresAt));
	return expiresAt;
}

/** Ends one session on the server; its cookie is worth nothing from then on. */
export async function deleteSession(tx: WriteDb, token: string, at: Instant): Promise<void> {
	await luciaOver(tx, at).invalidateSession(token);
}

/** Ends every session of an account: after its password changed. */
export async function deleteSessionsOf(tx: WriteDb, accountId: string, at: Instant): Promise<void> {
	await luciaOver(tx, at).invalidateUserSessions(accountId);
}

export async function deleteExpiredSessions(tx: WriteDb, at: Instant): Promise<void> {
	await luciaOver(tx, at).deleteExpiredSessions();
}

function luciaOver(tx: WriteDb, at: Instant): Lucia {
	return new Lucia(new SessionTable(tx, at), {
		sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
		sessionCookie: { name: SESSION_COOKIE }
	});
}

/** Lucia's seven questions to a database. Every session id is hashed on its way in; times are the request's. */
class SessionTable implements Adapter {
	private readonly tx: WriteDb;
	private readonly at: Instant;
	constructor(tx: WriteDb, at: Instant) {
		this.tx = tx;
		this.at = at;
	}

	async getSessionAndUser(
		sessionId: string
	): Promise<[session: DatabaseSession | null, user: DatabaseUser | null]> {
		const found = await findSession(this.tx, sessionId, this.at);
		if (!found) return [null, null];
		const expiresAt = new Date(found.expiresAt);
		return [
			{ id: sessionId, userId: found.id, expiresAt, attributes: {} },
			{ id: found.id, attributes: {} }
		];
	}

	/** The ids themselves are not known: their digests stand for them, and open nothing. */
	async getUserSessions(userId: string): Promise<DatabaseSession[]> {
		const rows = await this.tx
			.selectFrom('session')
			.select(['idHash', 'expiresAt'])
			.where('accountId', '=', userId)
			.execute();
		return rows.map((row) => ({
			id: row.idHash.toString('hex'),
			userId,
			expiresAt: new Date(row.expiresAt),
			attributes: {}
		}));
	}

	async setSession(session: DatabaseSession): Promise<void> {
		await this.tx
			.insertInto('session')
			.values({
				idHash: tokenHash(session.id),
				accountId: session.userId,
				createdAt: this.at,
				expiresAt: addMs(this.at, SESSION_MS)
			})
			.execute();
	}

	async updateSessionExpiration(sessionId: string, expiresAt: Date): Promise<void> {
		await this.tx
			.updateTable('session')
			.set({ expiresAt: instantOf(expiresAt.getTime()) })
			.where('idHash', '=', tokenHash(sessionId))
			.execute();
	}

	async deleteSession(sessionId: string): Promise<void> {
		await this.tx.deleteFrom('session').where('idHash', '=', tokenHash(sessionId)).execute();
	}

	async deleteUserSessions(userId: string): Promise<void> {
		await this.tx.deleteFrom('session').where('accountId', '=', userId).execute();
	}

	async deleteExpiredSessions(): Promise<void> {
		await this.tx.deleteFrom('session').where('expiresAt', '<=', this.at).execute();
	}
}
