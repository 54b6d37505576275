import { freezeOpenedForms } from '#lib/contest/freeze-opened-forms.server.ts';
import { enterRostered } from '#lib/contest/enter-rostered.server.ts';
import { forgetExpiredSessions } from '#lib/identity/forget-expired-sessions.server.ts';
import { operator } from '#lib/identity/actor.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { projectParticipation } from '#lib/participation/project-participation.server.ts';
import type { Clock } from '#lib/server/clock.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import type { Job } from '#lib/server/jobs/ticker.server.ts';
import { projectBoard } from '#lib/standings/project-board.server.ts';
import { endExpired } from '#lib/taking/end-expired.server.ts';
import { rememberingSources } from '#lib/taking/sources.server.ts';

/** What each process of the web app does beside answering: the room that needs a result owns its job. */
export function jobsOf(door: Door, clock: Clock): Job[] {
	const { write } = door.connections;
	const sources = rememberingSources();
	const turn = () => ({ sources, at: clock.now() });
	// A job works as the operator, in a transaction of its own; it leaves no audit entry, since nobody did it.
	const asJob = <T>(work: (ctx: WriteContext) => Promise<T>): Promise<T> =>
		write.transaction().execute((tx) => {
			const { random, keys } = door;
			return work({ tx, random, keys, actor: operator, at: clock.now(), language: 'vi' });
		});
	return [
		{ name: 'board', everyMs: 250, run: () => projectBoard(write, turn()) },
		{ name: 'participation', everyMs: 500, run: () => projectParticipation(write, turn()) },
		{ name: 'end-expired', everyMs: 1_000, run: () => endExpired(write, clock.now()) },
		{ name: 'freeze-forms', everyMs: 1_000, run: () => asJob(freezeAll) },
		{ name: 'enter-rostered', everyMs: 10_000, run: () => asJob(enterAll) },
		{ name: 'sessions', everyMs: 600_000, run: () => asJob(forgetSessions) }
	];
}

async function freezeAll(ctx: WriteContext): Promise<number> {
	const frozen = await freezeOpenedForms(ctx);
	return frozen.ok ? frozen.value.frozen : 0;
}

async function enterAll(ctx: WriteContext): Promise<number> {
	const entered = await enterRostered(ctx, {});
	return entered.ok ? entered.value.entered : 0;
}

async function forgetSessions(ctx: WriteContext): Promise<number> {
	await forgetExpiredSessions(ctx);
	return 0;
}
