import fs from 'node:fs';

/** What a process has used since it began. */
export interface Usage {
	readonly cpuMs: number;
	readonly rssMb: number;
	readonly peakRssMb: number;
}

/** Linux counts in hundredths of a second, whatever the kernel's own tick is. */
const TICK_MS = 10;

/** Undefined where the system has no /proc, or the process is gone. */
export function usageOf(pid: number): Usage | undefined {
	try {
		const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
		const megabytes = (name: string) =>
			Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024);
		const fields = statOf(pid);
		const cpuMs = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
		return { cpuMs, rssMb: megabytes('VmRSS'), peakRssMb: megabytes('VmHWM') };
	} catch {
		return undefined;
	}
}

/** CPU of a process and of its children that live now: PostgreSQL works in one process a connection. */
export function cpuWithChildren(pid: number): number {
	return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + (usageOf(one)?.cpuMs ?? 0), 0);
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
