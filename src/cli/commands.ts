import type { Command } from './command.ts';

type Load = () => Promise<{ readonly command: Command }>;

/** Every command by name, in the order of `--help`. Loaded only when called, so that each starts at once. */
export const commands: Readonly<Record<string, Load>> = {
	serve: () => import('./serve.ts'),
	start: () => import('./start.ts'),
	dev: () => import('./dev.ts'),
	migrate: () => import('./migrate.ts'),
	backup: () => import('./backup.ts'),
	restore: () => import('./restore.ts'),
	build: () => import('./build-app.ts'),
	'db:freeze': () => import('./db-freeze.ts'),
	'db:describe': () => import('./db-describe.ts')
};

/** Commands of the contract that belong to a later version: answered by name, never ignored. */
export const laterCommands = ['report', 'export items', 'export open-data', 'import manual-values'];
