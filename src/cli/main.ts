import { parseArgs } from 'node:util';
import { CannotRun, WrongUsage, type Command, type ExitCode } from './command.ts';
import { commands, laterCommands } from './commands.ts';
import { helpOf, overview } from './help.ts';
import { listenForStop } from './lifetime.ts';

listenForStop();
// Work that a stop left behind (a demo half loaded) must not keep the process.
process.exit(await run(process.argv.slice(2)));

async function run(words: readonly string[]): Promise<ExitCode> {
	try {
		return await dispatch(words);
	} catch (error) {
		if (!(error instanceof CannotRun)) throw error;
		console.error(error.message);
		return 1;
	}
}

/** The longest name that the words begin with: `import units FILE` before `import`. */
function nameIn(words: readonly string[], names: readonly string[]): string | undefined {
	return [2, 1]
		.map((count) => words.slice(0, count).join(' '))
		.find((name) => names.includes(name));
}

async function dispatch(words: readonly string[]): Promise<ExitCode> {
	const name = nameIn(words, Object.keys(commands));
	const load = name === undefined ? undefined : commands[name];
	if (name === undefined || load === undefined) return withoutCommand(words);
	const { command } = await load();
	const rest = words.slice(name.split(' ').length);
	try {
		return await call(command, rest);
	} catch (error) {
		if (!(error instanceof WrongUsage)) throw error;
		console.error(`${error.message}\nusage: khoabang ${command.usage}`);
		return 2;
	}
}

async function withoutCommand(words: readonly string[]): Promise<ExitCode> {
	if (words.length === 0 || words[0] === '--help' || words[0] === '-h' || words[0] === 'help') {
		console.log(await overview());
		return words.length === 0 ? 2 : 0;
	}
	const later = nameIn(words, laterCommands);
	console.error(
		later
			? `"${later}" belongs to a later version of Khoa Bảng`
			: `unknown command "${words.slice(0, 2).join(' ')}": "khoabang --help" lists them`
	);
	return 2;
}

async function call(command: Command, words: readonly string[]): Promise<ExitCode> {
	if (words.includes('--help') || words.includes('-h')) {
		console.log(helpOf(command));
		return 0;
	}
	const { values, positionals } = parse(command, words);
	const [least, most] = command.positionals ?? [0, 0];
	if (positionals.length < least) throw new WrongUsage('something is missing');
	if (positionals.length > most)
		throw new WrongUsage(`"${positionals[most]}" is one argument too many`);
	return command.run({ options: values, positionals });
}

function parse(command: Command, words: readonly string[]) {
	try {
		const options = command.options ?? {};
		const parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
		return {
			values: parsed.values as Record<string, string | boolean | undefined>,
			positionals: parsed.positionals
		};
	} catch (error) {
		throw new WrongUsage(error instanceof Error ? error.message : String(error));
	}
}
