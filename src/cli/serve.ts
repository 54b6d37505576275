import { accessLines, findAccess } from './access.ts';
import { flag, textOption, WrongUsage, type Arguments, type Command } from './command.ts';
import { openInstanceDatabase } from './instance-database.ts';
import { stopped, untilStopped } from './lifetime.ts';
import { listen } from './listen.ts';
import { projectRoot } from './paths.ts';
import { prepareInstance, type Prepared } from './prepare-instance.ts';
import { openBuiltApp, type WebApp } from './web-app.ts';
import { readConfig, type Config } from '#lib/server/config.ts';

export const serveOptions = {
	host: { type: 'string' },
	port: { type: 'string' },
	demo: { type: 'boolean' }
} as const;

export const serveOptionHelp = {
	'--host': 'address to listen on (default HOST, else every address)',
	'--port': 'port to listen on (default PORT, else 3000)',
	'--demo': 'loads the demo world into an empty database and marks the instance for good'
};

export const command: Command = {
	usage: 'serve [--host ::] [--port 3000] [--demo]',
	about: 'migrates, then runs the web app; without DATABASE_URL with its own PostgreSQL',
	options: serveOptions,
	optionHelp: serveOptionHelp,
	async run(args) {
		await serve(serveConfig(args), { demo: flag(args, 'demo'), open: openBuiltApp });
		return 0;
	}
};

/** The settings, with what the call says about host and port put over them. */
export function serveConfig(args: Arguments): Config {
	const config = readConfig();
	const port = textOption(args, 'port');
	if (port !== undefined && !/^\d{1,5}$/.test(port))
		throw new WrongUsage(`--port must be a number, not "${port}"`);
	return {
		...config,
		host: textOption(args, 'host') ?? config.host,
		port: port === undefined ? config.port : Number(port)
	};
}

export interface ServeOptions {
	readonly demo: boolean;
	readonly open: (config: Config) => Promise<WebApp>;
}

/** Runs until asked to stop; then ends requests, streams and jobs first and PostgreSQL last. */
export async function serve(config: Config, options: ServeOptions): Promise<void> {
	process.chdir(projectRoot); // the web app finds its migrations from here
	const database = await openInstanceDatabase(config, 'serve');
	try {
		const prepared = await untilStopped(prepareInstance(config, database, options));
		const app = await untilStopped(options.open(config));
		const listening = await listen(app, config.host, config.port);
		if (app.wakePath) await fetch(listening.address + app.wakePath);
		announce(config, prepared, listening.address);
		await stopped();
		await listening.stop();
	} finally {
		await database.close();
	}
}

function announce(config: Config, prepared: Prepared, address: string): void {
	const access = prepared.demo ? findAccess(config.home) : undefined;
	const lines = access ? ['', ...accessLines(access)] : [];
	console.log([`Khoa Bảng  ${config.origin ?? address}`, ...lines, ''].join('\n'));
	if (!prepared.administrator) console.log(FIRST_STEP);
}

const FIRST_STEP = `Chưa có tài khoản nào. Tạo tài khoản quản trị đầu tiên:
  npx khoabang account create --role administrator --username TÊN
`;
