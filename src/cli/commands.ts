import type { Command } from './command.ts';

type Load = () => Promise<{ readonly command: Command }>;

/** Every command by name, in the order of `--help`. Loaded only when called, so that each starts at once. */
export const commands: Readonly<Record<string, Load>> = {
	serve: () => import('./serve.ts'),
	start: () => import('./start.ts'),
	'account create': () => import('./account-create.ts'),
	'token create': () => import('./token-create.ts'),
	migrate: () => import('./migrate.ts'),
	doctor: () => import('./doctor.ts'),
	'import units': () => import('./import-units.ts'),
	'import headcounts': () => import('./import-headcounts.ts'),
	'import roster': () => import('./import-roster.ts'),
	'import items': () => import('./import-items.ts'),
	'import contest': () => import('./import-contest.ts'),
	'import plan': () => import('./import-plan.ts'),
	'import activities': () => import('./import-activities.ts'),
	'import sessions': () => import('./import-sessions.ts'),
	'import results': () => import('./import-results.ts'),
	cards: () => import('./cards.ts'),
	publish: () => import('./publish.ts'),
	'export publication': () => import('./export-publication.ts'),
	participation: () => import('./participation.ts'),
	indicators: () => import('./indicators.ts'),
	recompute: () => import('./recompute-bundle.ts'),
	verify: () => import('./verify-bundle.ts'),
	backup: () => import('./backup.ts'),
	restore: () => import('./restore.ts'),
	bench: () => import('./bench.ts'),
	dev: () => import('./dev.ts'),
	build: () => import('./build-app.ts'),
	'db:describe': () => import('./db-describe.ts'),
	'db:freeze': () => import('./db-freeze.ts')
};

/** Commands of the contract that belong to a later version: answered by name, never ignored. */
export const laterCommands = ['report', 'export items', 'export open-data', 'import manual-values'];
