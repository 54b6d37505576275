import type { Command } from './command.ts';
import { COMMAND_LANGUAGE, runCommand } from './run-command.ts';
import { publicationOf } from './publication-name.ts';
import { resultsWords } from '#lib/messages/results.ts';
import { publishRoundSchema } from '#lib/results/publish-round.schema.ts';
import { publishRound } from '#lib/results/publish-round.server.ts';

export const command: Command = {
	usage: 'publish CONTEST[/ROUND] [--json]',
	about: 'computes and freezes the next publication version',
	options: { json: { type: 'boolean' } },
	positionals: [1, 1],
	async run({ positionals: [name = ''], options }) {
		const called = {
			schema: publishRoundSchema,
			run: publishRound,
			refusals: resultsWords[COMMAND_LANGUAGE].refusals
		};
		const published = await runCommand(called, publicationOf(name));
		if (options.json) console.log(JSON.stringify(published));
		else
			console.log(
				`${name}: bản công bố ${published.version}, ${published.participants} người, standings.json sha256 ${published.standingsSha256}`
			);
		return 0;
	}
};
