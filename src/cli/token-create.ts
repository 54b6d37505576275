import { neededOption, textOption, type Command } from './command.ts';
import { COMMAND_LANGUAGE, runCommand } from './run-command.ts';
import { peopleWords } from '#lib/messages/people.ts';
import { createTokenSchema } from '#lib/people/accounts.schema.ts';
import { createToken } from '#lib/people/create-token.server.ts';

export const command: Command = {
	usage: 'token create --role ROLE [--unit KEY] [--name TEXT] [--json]',
	about: 'makes an API token and prints it once',
	options: {
		role: { type: 'string' },
		unit: { type: 'string' },
		name: { type: 'string' },
		json: { type: 'boolean' }
	},
	optionHelp: {
		'--role': 'what the program that holds the token may do',
		'--unit': 'key of the unit where it may do so',
		'--name': 'what the token is for'
	},
	async run(args) {
		const created = await runCommand(
			{
				schema: createTokenSchema,
				run: createToken,
				refusals: peopleWords[COMMAND_LANGUAGE].refusals
			},
			{
				role: neededOption(args, 'role'),
				unitKey: textOption(args, 'unit'),
				name: textOption(args, 'name')
			}
		);
		console.log(args.options.json ? JSON.stringify(created) : created.token);
		return 0;
	}
};
