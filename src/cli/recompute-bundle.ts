import type { Command } from './command.ts';
import { printed } from './printed.ts';
import { recomputeCommand } from './recompute.ts';

export const command: Command = {
	usage: 'recompute DIR',
	about: 'prints the standings of a publication bundle, from nothing but the bundle',
	options: { json: { type: 'boolean' } },
	positionals: [1, 1],
	run: async ({ positionals: [folder = ''] }) => printed(recomputeCommand(folder))
};
