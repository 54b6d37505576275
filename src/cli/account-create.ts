import { neededOption, textOption, type Command } from './command.ts';
import { COMMAND_LANGUAGE, runCommand } from './run-command.ts';
import { peopleWords } from '#lib/messages/people.ts';
import { createAccountSchema } from '#lib/people/accounts.schema.ts';
import { createAccount } from '#lib/people/create-account.server.ts';
import { readConfig } from '#lib/server/config.ts';

export const command: Command = {
	usage: 'account create --role ROLE [--unit KEY] --username NAME [--json]',
	about: 'makes an account for staff and prints its one-time set-up link',
	options: {
		role: { type: 'string' },
		unit: { type: 'string' },
		username: { type: 'string' },
		json: { type: 'boolean' }
	},
	optionHelp: {
		'--role': 'the first must be administrator, who needs no unit and covers the whole instance',
		'--unit': 'key of the unit where the role is held',
		'--username': 'what the person types to sign in'
	},
	async run(args) {
		const { setUpPath, ...created } = await runCommand(
			{
				schema: createAccountSchema,
				run: createAccount,
				refusals: peopleWords[COMMAND_LANGUAGE].refusals
			},
			{
				role: neededOption(args, 'role'),
				unitKey: textOption(args, 'unit'),
				username: neededOption(args, 'username')
			}
		);
		const { origin, port } = readConfig();
		const link = `${origin ?? `http://localhost:${port}`}${setUpPath}`;
		console.log(args.options.json ? JSON.stringify({ ...created, link }) : link);
		return 0;
	}
};
