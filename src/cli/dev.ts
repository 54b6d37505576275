import { flag, type Command } from './command.ts';
import { projectRoot } from './paths.ts';
import { serve, serveConfig, serveOptionHelp, serveOptions } from './serve.ts';
import { publishedFront, type WebApp } from './web-app.ts';

export const command: Command = {
	usage: 'dev [--host ::] [--port 3000] [--demo]',
	about: 'for developers: "start" with Vite, so that a change shows at once',
	options: serveOptions,
	optionHelp: serveOptionHelp,
	async run(args) {
		const config = serveConfig(args);
		const demo = flag(args, 'demo') || config.databaseUrl === undefined;
		await serve(config, { demo, open: openDevApp });
		return 0;
	}
};

/** Vite as a middleware. hooks.server.ts publishes the front, again after each change to it. */
async function openDevApp(): Promise<WebApp> {
	process.env.NODE_ENV = 'development'; // svelte.config.js then allows Vite's websocket
	const { createServer } = await import('vite');
	const vite = await createServer({ root: projectRoot, server: { middlewareMode: true } });
	return {
		wakePath: '/healthz',
		handle(request, response) {
			if (publishedFront()?.handle(request, response)) return;
			vite.middlewares(request, response, () => response.writeHead(404).end());
		},
		async stop() {
			await publishedFront()?.stop();
			await vite.close();
		}
	};
}
