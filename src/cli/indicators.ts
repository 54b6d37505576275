import { neededOption, textOption, type Command } from './command.ts';
import { COMMAND_LANGUAGE, runCommandView } from './run-command.ts';
import { verdictsWords } from '#lib/messages/verdicts.ts';
import { operatorIndicatorsSchema } from '#lib/verdicts/view-indicators.schema.ts';
import { viewIndicators } from '#lib/verdicts/view-indicators.server.ts';

export const command: Command = {
	usage: 'indicators PLAN --as-of DATE --reading as-was|as-now [--today DATE] [--json]',
	about: 'prints what GET /plans/{code}/indicators gives',
	options: {
		reading: { type: 'string' },
		'as-of': { type: 'string' },
		today: { type: 'string' },
		json: { type: 'boolean' }
	},
	optionHelp: {
		'--as-of': 'facts up to and with this day',
		'--reading': 'by the trees of as-of, or by those of today',
		'--today': 'the day whose tree as-now uses (default: that of the clock)'
	},
	positionals: [1, 1],
	async run(args) {
		const result = await runCommandView(
			{
				schema: operatorIndicatorsSchema,
				run: viewIndicators,
				refusals: verdictsWords[COMMAND_LANGUAGE].refusals
			},
			{
				code: args.positionals[0],
				'as-of': neededOption(args, 'as-of'),
				reading: neededOption(args, 'reading'),
				today: textOption(args, 'today')
			}
		);
		console.log(JSON.stringify(result, null, args.options.json ? undefined : '\t'));
		return 0;
	}
};
