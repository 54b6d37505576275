import fs from 'node:fs';

/** Memory of a process. */
export interface Memory {
	readonly rssMb: number;
	readonly peakRssMb: number;
}

/** Linux counts in hundredths of a second, whatever the kernel's own tick is. */
const TICK_MS = 10;

/** Undefined where the system has no /proc, or the process is gone. */
export function memoryOf(pid: number): Memory | undefined {
	try {
		const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
		const megabytes = (name: string) =>
			Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024);
		return { rssMb: megabytes('VmRSS'), peakRssMb: megabytes('VmHWM') };
	} catch {
		return undefined;
	}
}

/** CPU of a process and of all its children, ended ones too: PostgreSQL works in one process a connection. */
export function cpuWithChildren(pid: number): number {
	return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + (cpuMsOf(one) ?? 0), 0);
}

/** Own time and that of ended children, in user and in kernel mode. */
function cpuMsOf(pid: number): number | undefined {
	try {
		const ticks = statOf(pid).slice(11, 15).map(Number);
		return ticks.reduce((sum, one) => sum + one, 0) * TICK_MS;
	} catch {
		return undefined;
	}
}

function childrenOf(pid: number): number[] {
	try {
		const text = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
		return text === '' ? [] : text.split(' ').map(Number);
	} catch {
		return [];
	}
}

/** The fields after the name, which may hold spaces: the state is the first. */
function statOf(pid: number): string[] {
	const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
	return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
