// A child process: people who sign in, start, answer, submit and look. It shares no event loop with the server.
import { contestant } from './contestant.ts';
import { createCaller } from './http-caller.ts';
import type { LoadDone, LoadJob, LoadSetUp } from './load-jobs.ts';
import { work, type Crowd } from './load-work.ts';

let crowd: Crowd | undefined;

process.on('message', (message: LoadSetUp | LoadJob) => {
	void answer(message).then((done) => process.send?.(done));
});
process.on('disconnect', () => process.exit(0));

async function answer(message: LoadSetUp | LoadJob): Promise<LoadDone> {
	if (message.kind === 'set-up') crowd = gather(message);
	else if (crowd) return work(crowd, message);
	return { rows: {} };
}

function gather({ origin, control, roundId, cards, clients }: LoadSetUp): Crowd {
	const server = createCaller(origin, clients);
	const people = cards.map((card) => contestant({ caller: server, roundId, card }));
	return { people, clients, server, control: createCaller(control, clients) };
}
