import os from 'node:os';

/** What a run was made on: figures of two machines are never compared. */
export interface Machine {
	readonly cores: number;
	readonly cpu: string;
	readonly memoryGb: number;
	readonly system: string;
	readonly node: string;
	readonly postgres: string;
}

export function describeMachine(postgres: string): Machine {
	const [cpu] = os.cpus();
	return {
		cores: os.availableParallelism(),
		cpu: cpu?.model.trim() ?? 'unknown',
		memoryGb: Math.round(os.totalmem() / 2 ** 30),
		system: `${os.type()} ${os.release()} ${os.arch()}`,
		node: process.versions.node,
		postgres
	};
}
