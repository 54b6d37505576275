import { textOption } from './command.ts';
import { importCommand } from './import-command.ts';
import { COMMAND_LANGUAGE } from './run-command.ts';
import { importItemsSchema } from '#lib/bank/import-items.schema.ts';
import { importItems } from '#lib/bank/import-items.server.ts';
import { bankWords } from '#lib/messages/bank.ts';

export const command = importCommand({
	noun: 'items',
	about: 'loads items into a bank, which is made when missing',
	formats: ['json'],
	schema: importItemsSchema,
	useCase: importItems,
	words: bankWords[COMMAND_LANGUAGE],
	needed: { bank: 'code of the bank' },
	input: (args) => ({ bankCode: textOption(args, 'bank') })
});
