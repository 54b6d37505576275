/** Lets so many run at once and so many wait, in order; the rest are turned away at once. */
export interface Gate {
	/** null: the line was full and the work did not begin. */
	run<T>(work: () => Promise<T>): Promise<{ readonly value: T } | null>;
	running(): number;
	waiting(): number;
}

export function createGate(limits: { readonly running: number; readonly waiting: number }): Gate {
	const line: (() => void)[] = [];
	let running = 0;
	async function enter(): Promise<void> {
		if (running < limits.running) running += 1;
		// Whoever leaves hands the place on, so `running` stays as it is.
		else await new Promise<void>((resolve) => line.push(resolve));
	}
	function leave(): void {
		const next = line.shift();
		if (next) next();
		else running -= 1;
	}
	return {
		async run(work) {
			if (running >= limits.running && line.length >= limits.waiting) return null;
			await enter();
			try {
				return { value: await work() };
			} finally {
				leave();
			}
		},
		running: () => running,
		waiting: () => line.length
	};
}
