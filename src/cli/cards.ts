import { writeFile } from 'node:fs/promises';
import { flag, neededOption, WrongUsage, type Command } from './command.ts';
import { checkWritable } from './output-file.ts';
import { COMMAND_LANGUAGE, runCommand } from './run-command.ts';
import { peopleWords } from '#lib/messages/people.ts';
import { cardCsv } from '#lib/people/card-csv.ts';
import { cardSheetPdf } from '#lib/people/card-sheet.server.ts';
import { issueCardsSchema } from '#lib/people/issue-cards.schema.ts';
import { issueUnitCards, type CardsIssued } from '#lib/people/issue-cards.server.ts';
import { systemNow } from '#lib/server/clock.ts';

export const command: Command = {
	usage: 'cards UNIT -o FILE.pdf|FILE.csv [--reissue] [--json]',
	about: 'issues sign-in cards for the people of a unit who have none',
	options: {
		output: { type: 'string', short: 'o' },
		reissue: { type: 'boolean' },
		json: { type: 'boolean' }
	},
	optionHelp: {
		'-o, --output': 'printable sheets, or person_code,name,unit_key,card',
		'--reissue': 'cards for all of them, ending the ones they have'
	},
	positionals: [1, 1],
	async run(args) {
		const file = neededOption(args, 'output');
		if (!/\.(pdf|csv)$/i.test(file)) throw new WrongUsage('-o must end with .pdf or .csv');
		checkWritable(file);
		const unitKey = args.positionals[0] ?? '';
		const issued = await runCommand(
			{
				schema: issueCardsSchema,
				run: issueUnitCards,
				refusals: peopleWords[COMMAND_LANGUAGE].refusals
			},
			{
				unitKey,
				reissue: flag(args, 'reissue')
			}
		);
		await writeFile(file, await sheetOf(file, unitKey, issued), { mode: 0o600 });
		const summary = { issued: issued.cards.length, kept: issued.kept };
		if (args.options.json) console.log(JSON.stringify(summary));
		else console.log(`${file}: ${summary.issued} thẻ mới, ${summary.kept} người giữ thẻ cũ`);
		return 0;
	}
};

async function sheetOf(
	file: string,
	title: string,
	{ cards }: CardsIssued
): Promise<string | Buffer> {
	if (/\.csv$/i.test(file)) return cardCsv(cards);
	return cardSheetPdf({ title, cards, at: systemNow(), language: COMMAND_LANGUAGE });
}
