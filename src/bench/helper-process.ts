import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** A child process that answers each message with one message. It ends with us, even when we are killed. */
export interface Helper<In extends object, Out> {
	readonly pid: number;
	/** One at a time. Throws when the process ends instead of answering. */
	ask(message: In): Promise<Out>;
	stop(): Promise<void>;
}

/** Starts a file of this folder. Nothing of our own settings goes along. */
export function startHelper<In extends object, Out>(fileName: string): Helper<In, Out> {
	const child = fork(path.join(import.meta.dirname, fileName), {
		execArgv: ['--no-warnings'],
		env: {},
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'inherit', 'ipc']
	});
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	return {
		pid: child.pid as number,
		ask: (message) =>
			new Promise((resolve, reject) => {
				const lost = () => reject(new Error(`${fileName} ended`));
				child.once('exit', lost);
				child.once('message', (answer) => {
					child.off('exit', lost);
					resolve(answer as Out);
				});
				child.send(message);
			}),
		async stop() {
			if (isRunning(child)) child.kill('SIGTERM');
			await exited;
		}
	};
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
	return exitCode === null && signalCode === null;
}
