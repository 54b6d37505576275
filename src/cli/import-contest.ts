import { importCommand } from './import-command.ts';
import { COMMAND_LANGUAGE } from './run-command.ts';
import { importContestSchema } from '#lib/contest/import-contest.schema.ts';
import { importContest } from '#lib/contest/import-contest.server.ts';
import { contestWords } from '#lib/messages/contest.ts';

export const command = importCommand({
	noun: 'contest',
	about: 'loads a contest with its rules and rounds (contest.json)',
	formats: ['khoabang.contest/1'],
	schema: importContestSchema,
	useCase: importContest,
	words: contestWords[COMMAND_LANGUAGE]
});
