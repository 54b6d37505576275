import { answerTo } from './answer.ts';
import type { LedgerEntry } from './books.ts';
import type { Verdict } from './drive.ts';
import { verdictOn, type Caller, type CallReply } from './http-caller.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { PaperItem } from '#lib/taking/paper-item.ts';
import type { Response } from '#lib/taking/response-shape.ts';

const NOT_STARTED = 'not started';

interface Running {
	readonly attemptId: string;
	readonly writer: number;
	readonly items: readonly PaperItem[];
	/** The newest acknowledged save of each position. */
	readonly answers: Map<number, { readonly clientSeq: number; readonly response: Response }>;
	submission: LedgerEntry['submission'];
}

/** One person of the load run: a card, a session, attempts, and what was acknowledged of each. */
export interface Contestant {
	signIn(): Promise<Verdict>;
	start(): Promise<Verdict>;
	/** Positions of the running attempt's paper; 0 without one. */
	questions(): number;
	/** Saves an answer to the question at `place`, from 0; a later `turn` of the same attempt replaces it. */
	save(place: number, turn: number): Promise<Verdict>;
	submit(): Promise<Verdict>;
	/** Looks at the ended attempt: right when it shows the receipt. */
	result(): Promise<Verdict>;
	ledger(): LedgerEntry[];
}

export interface ContestantOf {
	readonly caller: Caller;
	readonly roundId: string;
	readonly card: string;
}

export function contestant({ caller, roundId, card }: ContestantOf): Contestant {
	let cookie: string | undefined;
	let personId = '';
	let running: Running | undefined;
	const attempts: Running[] = [];
	const attemptPath = () => `/api/v1/attempts/${running?.attemptId ?? 'none'}`;
	return {
		async signIn() {
			const reply = await caller.call({ method: 'POST', path: '/api/v1/sessions', body: { card } });
			cookie = sessionOf(reply);
			if (reply.status !== 201) return verdictOn(reply, 201);
			personId = bodyOf<{ person: { id: string } }>(reply).person.id;
			return true;
		},
		async start() {
			const path = `/api/v1/rounds/${roundId}/attempts`;
			const reply = await caller.call({ method: 'POST', path, cookie });
			running = reply.status === 201 ? runningOf(reply) : undefined;
			if (running) attempts.push(running);
			return verdictOn(reply, 201);
		},
		questions: () => running?.items.length ?? 0,
		async save(place, turn) {
			const item = running?.items[place];
			if (!running || !item) return NOT_STARTED;
			const clientSeq = turn + 1;
			const response = answerTo(item, place + turn);
			const path = `${attemptPath()}/responses/${item.position}`;
			const body = { response, clientSeq, writer: running.writer };
			const reply = await caller.call({ method: 'PUT', path, cookie, body });
			if (reply.status !== 200) return verdictOn(reply, 200);
			acknowledge(running, item.position, { clientSeq, response });
			return true;
		},
		async submit() {
			const path = `${attemptPath()}/submission`;
			const reply = await caller.call({ method: 'POST', path, cookie, body: {} });
			if (!running || reply.status !== 200) return verdictOn(reply, 200);
			running.submission = bodyOf<{ submittedAt: Instant; receipt: string }>(reply);
			return true;
		},
		async result() {
			const reply = await caller.call({ method: 'GET', path: attemptPath(), cookie });
			if (reply.status !== 200) return verdictOn(reply, 200);
			const { submission } = bodyOf<{ submission?: { receipt: string } }>(reply);
			return submission?.receipt === running?.submission?.receipt ? true : 'another receipt';
		},
		ledger: () => attempts.map((attempt) => ledgerEntry(personId, attempt))
	};
}

function sessionOf({ headers }: CallReply): string | undefined {
	return headers['set-cookie']?.[0]?.split(';')[0];
}

function runningOf(reply: CallReply): Running {
	const { attempt, writer, paper } = bodyOf<{
		attempt: { id: string };
		writer: number;
		paper: { items: PaperItem[] };
	}>(reply);
	const answers = new Map();
	return { attemptId: attempt.id, writer, items: paper.items, answers, submission: null };
}

function bodyOf<T>({ text }: CallReply): T {
	return JSON.parse(text) as T;
}

function acknowledge(
	{ answers }: Running,
	position: number,
	save: { readonly clientSeq: number; readonly response: Response }
): void {
	if ((answers.get(position)?.clientSeq ?? 0) < save.clientSeq) answers.set(position, save);
}

function ledgerEntry(personId: string, { attemptId, answers, submission }: Running): LedgerEntry {
	const acknowledged = [...answers].map(([position, save]) => ({ position, ...save }));
	return { attemptId, personId, answers: acknowledged, submission };
}
