import { importCommand } from './import-command.ts';
import { COMMAND_LANGUAGE } from './run-command.ts';
import { unitsWords } from '#lib/messages/units.ts';
import { importHeadcountsSchema } from '#lib/units/import-headcounts.schema.ts';
import { importHeadcounts } from '#lib/units/import-headcounts.server.ts';

export const command = importCommand({
	noun: 'headcounts',
	about: 'loads declared headcounts (headcounts.csv)',
	formats: ['csv'],
	schema: importHeadcountsSchema,
	useCase: importHeadcounts,
	words: unitsWords[COMMAND_LANGUAGE]
});
