import type { Command } from './command.ts';
import { commands, laterCommands } from './commands.ts';

/** Every setting, each an environment variable and optional (contract §1). */
const SETTINGS: Readonly<Record<string, string>> = {
	DATABASE_URL: 'a PostgreSQL of your own, version 18 or later; without it the embedded one runs',
	DATABASE_DIRECT_URL: 'the same past a pooler, for migrations, jobs and LISTEN',
	KHOABANG_HOME: 'folder of the embedded set-up (default ./.khoabang)',
	HOST: 'address to listen on (default ::, every address)',
	PORT: 'port to listen on (default 3000)',
	ORIGIN: 'public address, such as https://thi.example.vn; needed behind a proxy with https',
	ADDRESS_HEADER:
		'header in which your proxy writes who called, such as x-forwarded-for; limits count by it',
	XFF_DEPTH: 'how many proxies of yours stand in a row (default 1); only with ADDRESS_HEADER',
	KHOABANG_SECRET: 'at least 32 characters; keys for cards and tokens are derived from it',
	KHOABANG_SECRET_FILE: 'a file that holds the secret instead',
	KHOABANG_SUPPORT: 'who answers questions about this instance, shown on every page',
	LOG_LEVEL: 'fatal, error, warn, info, debug or trace (default info)',
	'SMTP_URL, REDIS_URL, OIDC_*': 'belong to later versions; not read by this one'
};

export async function overview(): Promise<string> {
	const lines: [string, string][] = [];
	for (const load of Object.values(commands)) {
		const { command } = await load();
		lines.push([command.usage, command.about]);
	}
	return [
		'Khoa Bảng: contests on digital transformation, from a plan to its verdict.',
		'',
		'usage: khoabang COMMAND [--help]',
		'',
		...lines.map(([usage, about]) => `  ${usage}\n      ${about}`),
		'',
		`in a later version: ${laterCommands.join(', ')}`,
		'',
		settingsHelp()
	].join('\n');
}

export function helpOf(command: Command): string {
	const options = Object.entries(command.optionHelp ?? {});
	return [
		`usage: khoabang ${command.usage}`,
		'',
		command.about,
		...(options.length > 0 ? ['', 'options', ...columns(options)] : []),
		'',
		settingsHelp()
	].join('\n');
}

function settingsHelp(): string {
	return [
		'settings (environment variables, all optional)',
		...columns(Object.entries(SETTINGS))
	].join('\n');
}

function columns(pairs: readonly (readonly [string, string])[]): string[] {
	const width = Math.max(...pairs.map(([name]) => name.length));
	return pairs.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}
