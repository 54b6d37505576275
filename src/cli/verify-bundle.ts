import type { Command } from './command.ts';
import { printed } from './printed.ts';
import { verifyCommand } from './verify.ts';

export const command: Command = {
	usage: 'verify DIR',
	about: 'recomputes a bundle and compares its standings, hashes and commitments',
	options: { json: { type: 'boolean' } },
	positionals: [1, 1],
	run: async ({ positionals: [folder = ''] }) => printed(verifyCommand(folder))
};
