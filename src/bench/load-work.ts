import type { Contestant } from './contestant.ts';
import { drive, recorder, type Drive, type Recorder, type Verdict } from './drive.ts';
import { verdictOn, type Caller, type CallOptions } from './http-caller.ts';
import type { LoadDone, LoadJob } from './load-jobs.ts';
import type { Stretch } from './measure.ts';
import { stopwatchMs } from '#lib/server/clock.ts';

/** Whom the load generator plays, and whom it calls. */
export interface Crowd {
	readonly people: readonly Contestant[];
	readonly clients: number;
	readonly server: Caller;
	readonly control: Caller;
}

type Rows = Record<string, Stretch>;
type Step = (person: Contestant) => Promise<Verdict>;

/** Does one job of a round and answers what it measured. */
export async function work(crowd: Crowd, job: LoadJob): Promise<LoadDone> {
	switch (job.kind) {
		case 'arrive':
			return { rows: await inTurn(crowd, { signIn, start }) };
		case 'saves':
			return { rows: { [job.row]: await saves(crowd, job) } };
		case 'finish':
			return { rows: await inTurn(crowd, { submit, result }) };
		case 'flow':
			return { rows: await flow(crowd) };
		case 'control':
			return { rows: { [job.handler]: await control(crowd, job) } };
		case 'board':
			return { rows: { board: await board(crowd, job) } };
		case 'ledger':
			return { rows: {}, ledger: crowd.people.flatMap((person) => person.ledger()) };
	}
}

const signIn: Step = (person) => person.signIn();
const start: Step = (person) => person.start();
const submit: Step = (person) => person.submit();
const result: Step = (person) => person.result();

/** Everybody does the first step; then everybody does the next. */
async function inTurn(crowd: Crowd, steps: Readonly<Record<string, Step>>): Promise<Rows> {
	const rows: Rows = {};
	for (const [name, step] of Object.entries(steps))
		rows[name] = await drive(everybody(crowd), (index) => step(crowd.people[index] as Contestant));
	return rows;
}

function everybody({ people, clients }: Crowd): Drive {
	return { clients, total: people.length };
}

/** Everybody answers each question, then everybody answers it again in the next turn. */
function saves(
	{ people, clients }: Crowd,
	{ turns: [from, to], most, ratePerSecond }: Extract<LoadJob, { kind: 'saves' }>
): Promise<Stretch> {
	const questions = Math.max(0, ...people.map((person) => person.questions()));
	const inATurn = people.length * questions;
	const total = Math.min(most, (to - from) * inATurn);
	return drive({ clients, total, ratePerSecond }, (index) => {
		const place = Math.floor((index % inATurn) / people.length);
		const person = people[index % people.length] as Contestant;
		return person.save(place, from + Math.floor(index / inATurn));
	});
}

/** Each person the whole way: `flow` counts whole attempts, `flow.…` their steps. */
async function flow(crowd: Crowd): Promise<Rows> {
	const steps: Record<string, Recorder> = {};
	const timed = async (name: string, step: () => Promise<Verdict>): Promise<Verdict> => {
		const from = stopwatchMs();
		return (steps[`flow.${name}`] ??= recorder()).done(await step(), from);
	};
	const whole = await drive(everybody(crowd), async (index) => {
		for (const [name, step] of wayOf(crowd.people[index] as Contestant)) {
			const verdict = await timed(name, step);
			if (verdict !== true) return verdict;
		}
		return true;
	});
	const rows = Object.entries(steps).map(([name, one]) => [name, one.stretch(whole.tookMs)]);
	return { flow: whole, ...Object.fromEntries(rows) };
}

/** Lazy: how many questions there are is known only after the start. */
function* wayOf(person: Contestant): Generator<[string, () => Promise<Verdict>]> {
	yield ['signIn', () => person.signIn()];
	yield ['start', () => person.start()];
	for (let place = 0; place < person.questions(); place++)
		yield ['save', () => person.save(place, 0)];
	yield ['submit', () => person.submit()];
	yield ['result', () => person.result()];
}

function control(
	{ control, clients }: Crowd,
	{ handler, requests }: Extract<LoadJob, { kind: 'control' }>
): Promise<Stretch> {
	return drive({ clients, total: requests }, (index) => {
		const body = { response: 'a', clientSeq: index + 1, writer: 1 };
		return answeredOk(control, { method: 'PUT', path: `/${handler}`, body });
	});
}

function board(
	{ server, clients }: Crowd,
	{ path, requests }: Extract<LoadJob, { kind: 'board' }>
): Promise<Stretch> {
	return drive({ clients, total: requests }, () => answeredOk(server, { method: 'GET', path }));
}

async function answeredOk(caller: Caller, options: CallOptions): Promise<Verdict> {
	return verdictOn(await caller.call(options), 200);
}
