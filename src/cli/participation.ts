import { neededOption, textOption, type Command } from './command.ts';
import { COMMAND_LANGUAGE, runCommandView } from './run-command.ts';
import { participationWords } from '#lib/messages/participation.ts';
import { operatorParticipationSchema } from '#lib/participation/view-participation.schema.ts';
import { viewParticipation } from '#lib/participation/view-participation.server.ts';

export const command: Command = {
	usage:
		'participation CONTEST --unit KEY --reading as-was|as-now [--as-of DATE] [--today DATE] [--json]',
	about: 'prints what GET /contests/{code}/participation gives',
	options: {
		unit: { type: 'string' },
		reading: { type: 'string' },
		'as-of': { type: 'string' },
		today: { type: 'string' },
		json: { type: 'boolean' }
	},
	optionHelp: {
		'--unit': 'key of the unit whose children are listed',
		'--reading': 'by the trees of as-of, or by those of today',
		'--as-of': 'up to and with this day (default: today)',
		'--today': 'the day whose tree as-now uses'
	},
	positionals: [1, 1],
	async run(args) {
		const result = await runCommandView(
			{
				schema: operatorParticipationSchema,
				run: viewParticipation,
				refusals: participationWords[COMMAND_LANGUAGE].refusals
			},
			{
				code: args.positionals[0],
				unit: neededOption(args, 'unit'),
				reading: neededOption(args, 'reading'),
				'as-of': textOption(args, 'as-of'),
				today: textOption(args, 'today')
			}
		);
		console.log(JSON.stringify(result, null, args.options.json ? undefined : '\t'));
		return 0;
	}
};
