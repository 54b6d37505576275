import { writeFile } from 'node:fs/promises';
import { buildWhenNeeded } from './build.ts';
import { flag, textOption, WrongUsage, type Arguments, type Command } from './command.ts';
import { tellGuard, untilStopped } from './lifetime.ts';
import { reportText } from '#src/bench/report.ts';
import { runBench, type BenchWanted } from '#src/bench/run-bench.server.ts';

export const command: Command = {
	usage: 'bench [--people N] [--rounds R] [--clients C] [-o bench.json] [--json] [--profile DIR]',
	about: 'the load run of docs/performance.md, against a server and a database it starts itself',
	options: {
		people: { type: 'string' },
		rounds: { type: 'string' },
		clients: { type: 'string' },
		output: { type: 'string', short: 'o' },
		json: { type: 'boolean' },
		profile: { type: 'string' }
	},
	optionHelp: {
		'--people': 'people who take part, each twice a round (default 200, at most 20000)',
		'--rounds': 'rounds that are measured, after one to warm up (default 3, at most 20)',
		'--clients': 'kept connections, and people at work at once (default 64, at most 512)',
		'-o, --output': 'where the whole report goes (default bench.json)',
		'--json': 'prints the report itself instead of a table',
		'--profile': 'for developers: a folder for a CPU profile of the server'
	},
	async run(args) {
		const wanted = wantedOf(args);
		const file = textOption(args, 'output') ?? 'bench.json';
		if ((await buildWhenNeeded()).fresh) wanted.tell('built the web app');
		const stack = new AsyncDisposableStack();
		const running = runBench(stack, wanted);
		try {
			const report = await untilStopped(running);
			const json = `${JSON.stringify(report, null, '\t')}\n`;
			await writeFile(file, json);
			process.stdout.write(flag(args, 'json') ? json : `\n${reportText(report)}\n${file}\n`);
			return report.books.faults.length === 0 ? 0 : 1;
		} finally {
			await stack.disposeAsync();
			// Asked to stop in the middle: what it was opening is closed before we end.
			await running.catch(() => undefined);
		}
	}
};

function wantedOf(args: Arguments): BenchWanted {
	return {
		people: countOption(args, 'people', [200, 20_000]),
		rounds: countOption(args, 'rounds', [3, 20]),
		clients: countOption(args, 'clients', [64, 512]),
		profile: textOption(args, 'profile'),
		tell: (line) => console.error(line),
		onPostgres: tellGuard
	};
}

/** A whole number from 1 to `most`. */
function countOption(
	args: Arguments,
	name: string,
	[usual, most]: readonly [number, number]
): number {
	const text = textOption(args, name);
	if (text === undefined) return usual;
	const count = Number(text);
	if (/^\d{1,6}$/.test(text) && count >= 1 && count <= most) return count;
	throw new WrongUsage(`--${name} must be a whole number from 1 to ${most}, not "${text}"`);
}
