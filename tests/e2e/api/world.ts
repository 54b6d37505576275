import { sql } from 'kysely';
import { operator } from '#lib/identity/actor.ts';
import { roles, type Role } from '#lib/identity/roles.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { databaseClock } from '#lib/server/clock.ts';
import { instanceKeys } from '#lib/server/config.ts';
import { runUseCase, type Door } from '#lib/server/door/run.server.ts';
import { createLog } from '#lib/server/log.ts';
import { realRandom } from '#lib/server/random.ts';
import { listConsentStandings } from '#lib/people/consents.reads.server.ts';
import { createAccount } from '#lib/people/create-account.server.ts';
import { createToken } from '#lib/people/create-token.server.ts';
import { issueUnitCards } from '#lib/people/issue-cards.server.ts';
import type { UseCase } from '#lib/identity/context.ts';
import type { Refusal } from '#lib/kernel/outcome.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { demoDatabase } from '#tests/support/demo.ts';
import { noteProvoked } from '#tests/support/provoked.ts';
import { startSite, type Site } from '#tests/support/site.ts';

export type StaffRole = Exclude<Role, 'contestant'>;
export const staffRoles = roles.filter((role) => role !== 'contestant') as StaffRole[];

/** Who asks: nobody, a session's cookie, or a token. */
export interface Caller {
	readonly name: string;
	readonly headers: Readonly<Record<string, string>>;
}

export interface Sent {
	readonly body?: unknown;
	/** Sent as it is. */
	readonly raw?: string | Uint8Array<ArrayBuffer>;
	readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	readonly body: Record<string, unknown>;
}

export const nobody: Caller = { name: 'nobody', headers: {} };

/** The demo world behind a real server, with a token of every role and two pupils' cards. */
export interface ApiWorld {
	readonly database: TestDatabase;
	readonly site: Site;
	/** Of a pupil who may start, and of another; each has the guardian's yes. */
	readonly cards: readonly [string, string];
	readonly openRound: string;
	/** Path of an account's one-time link that nobody used. */
	readonly setUpPath: string;
	token(role: StaffRole, unitKey: string | null): Promise<Caller>;
	call(who: Caller, method: string, path: string, sent?: Sent): Promise<Reply>;
	signIn(card: string): Promise<Caller>;
	close(): Promise<void>;
}

const CLASS = 'thcs-tran-phu-8a1';
const OPEN = 'w2-mo';
const SECRET = 'the secret of the walk and of the hostile, 32 and more';

export async function apiWorld(expected: readonly RegExp[] = []): Promise<ApiWorld> {
	const database = await demoDatabase();
	const { connections } = database;
	await sql`update round set closes_at = now() + interval '30 days' where contest_code = ${OPEN}`.execute(
		connections.write
	);
	const door: Door = {
		connections,
		random: realRandom,
		keys: instanceKeys(SECRET),
		log: createLog('silent')
	};
	const clock = databaseClock(connections.read);
	await clock.measure();
	const act = acting(door, clock.now());
	const cards = await twoCards(database, act, clock.now());
	const { setUpPath } = await act(createAccount, {
		role: 'judge',
		unitKey: 'thanh-pho-hai-phong',
		username: 'giam-khao'
	});
	const site = await startSite({
		databaseUrl: database.url,
		env: { KHOABANG_SECRET: SECRET },
		expected
	});
	const call = calling(site);
	const round = await connections.read
		.selectFrom('round')
		.select('id')
		.where('contestCode', '=', OPEN)
		.executeTakeFirstOrThrow();
	return {
		database,
		site,
		cards,
		openRound: round.id,
		setUpPath,
		call,
		async token(role, unitKey) {
			const { token } = await act(createToken, { role, unitKey, name: role });
			return { name: `${role} at ${unitKey}`, headers: { authorization: `Bearer ${token}` } };
		},
		signIn: (card) => signIn(site, call, card),
		async close() {
			try {
				await site.stop();
			} finally {
				await database.close();
			}
		}
	};
}

type Act = <I, O, R extends Refusal>(useCase: UseCase<I, O, R>, input: I) => Promise<O>;

function acting(door: Door, at: Instant): Act {
	return async (useCase, input) => {
		const outcome = await runUseCase(door, { actor: operator, at, language: 'vi' }, useCase, input);
		if (outcome.ok) return outcome.value;
		throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
	};
}

async function twoCards(
	{ connections }: TestDatabase,
	act: Act,
	at: Instant
): Promise<[string, string]> {
	const { cards } = await act(issueUnitCards, { unitKey: CLASS, reissue: true });
	const standings = await listConsentStandings(
		connections.read,
		cards.map(({ personId }) => personId),
		at
	);
	const missing = (personId: string) => standings.get(personId)?.purposes.take_part.missing ?? [];
	const ready = cards.find(({ personId }) => missing(personId).length === 0);
	const other = cards.find(
		(card) => card !== ready && !missing(card.personId).includes('guardian')
	);
	if (!ready || !other) throw new Error('the demo has no two pupils with a guardian’s consent');
	return [ready.card, other.card];
}

function calling({ baseUrl }: Site): ApiWorld['call'] {
	return async (who, method, path, { body, raw, headers = {} } = {}) => {
		const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
		const reply = await fetch(`${baseUrl}${path}`, {
			method,
			redirect: 'manual',
			headers: {
				...(method === 'GET' ? {} : { origin: baseUrl }),
				...(sent === undefined ? {} : { 'content-type': 'application/json' }),
				...who.headers,
				...headers
			},
			...(sent === undefined ? {} : { body: sent })
		});
		return readReply(reply);
	};
}

async function readReply(reply: Response): Promise<Reply> {
	const { status, headers } = reply;
	if (headers.get('content-type')?.startsWith('text/event-stream')) {
		await reply.body?.cancel();
		return { status, headers, text: '', body: {} };
	}
	const text = await reply.text();
	const isJson = headers.get('content-type')?.includes('json') ?? false;
	const body = isJson && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {};
	if (typeof body.type === 'string') noteProvoked(body.type.replace('/problems/', ''));
	return { status, headers, text, body };
}

async function signIn(site: Site, call: ApiWorld['call'], card: string): Promise<Caller> {
	const reply = await call(nobody, 'POST', '/api/v1/sessions', { body: { card } });
	const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
	if (reply.status !== 201 || !cookie) throw new Error(`sign-in: ${reply.status} ${reply.text}`);
	return { name: 'contestant', headers: { cookie, origin: site.baseUrl } };
}
