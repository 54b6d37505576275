import { flag, type Command } from './command.ts';
import { serve, serveConfig, serveOptionHelp, serveOptions } from './serve.ts';
import { openBuiltApp } from './web-app.ts';

export const command: Command = {
	usage: 'start [--host ::] [--port 3000] [--demo]',
	about: 'what "npm start" runs: "serve --demo" without DATABASE_URL, plain "serve" with it',
	options: serveOptions,
	optionHelp: serveOptionHelp,
	async run(args) {
		const config = serveConfig(args);
		const demo = flag(args, 'demo') || config.databaseUrl === undefined;
		await serve(config, { demo, open: openBuiltApp });
		return 0;
	}
};
