import { textOption } from './command.ts';
import { importCommand } from './import-command.ts';
import { COMMAND_LANGUAGE } from './run-command.ts';
import { peopleWords } from '#lib/messages/people.ts';
import { importRosterSchema } from '#lib/people/import-roster.schema.ts';
import { importRoster } from '#lib/people/import-roster.server.ts';

export const command = importCommand({
	noun: 'roster',
	about: 'loads the people of a unit and of the units below it',
	formats: ['csv'],
	schema: importRosterSchema,
	useCase: importRoster,
	words: peopleWords[COMMAND_LANGUAGE],
	needed: { unit: 'key of the unit that the list is for' },
	optional: { from: 'first day of the memberships (default: that of the school year)' },
	input: (args) => ({ unitKey: textOption(args, 'unit'), from: textOption(args, 'from') })
});
