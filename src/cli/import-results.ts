import { textOption } from './command.ts';
import { importCommand } from './import-command.ts';
import { COMMAND_LANGUAGE } from './run-command.ts';
import { takingWords } from '#lib/messages/taking.ts';
import { importResultsSchema } from '#lib/taking/import-results.schema.ts';
import { importResults } from '#lib/taking/import-results.server.ts';

export const command = importCommand({
	noun: 'results',
	about: 'loads attempts at rounds that were held elsewhere (results.ndjson)',
	formats: ['ndjson'],
	schema: importResultsSchema,
	useCase: importResults,
	words: takingWords[COMMAND_LANGUAGE],
	needed: { contest: 'code of the contest' },
	input: (args) => ({ contestCode: textOption(args, 'contest') })
});
