import { importCommand } from './import-command.ts';
import { COMMAND_LANGUAGE } from './run-command.ts';
import { unitsWords } from '#lib/messages/units.ts';
import { importUnitsSchema } from '#lib/units/import-units.schema.ts';
import { importUnits } from '#lib/units/import-units.server.ts';

export const command = importCommand({
	noun: 'units',
	about: 'loads units, their names and places in the trees, and what became of them (units.json)',
	formats: ['khoabang.units/1'],
	schema: importUnitsSchema,
	useCase: importUnits,
	words: unitsWords[COMMAND_LANGUAGE]
});
