import { importCommand } from './import-command.ts';
import { COMMAND_LANGUAGE } from './run-command.ts';
import { importActivitiesSchema } from '#lib/activities/import-activities.schema.ts';
import { importSessions } from '#lib/activities/import-sessions.server.ts';
import { activitiesWords } from '#lib/messages/activities.ts';

export const command = importCommand({
	noun: 'sessions',
	about: 'loads buổi ngoại khóa in their short form (sessions.csv)',
	formats: ['csv'],
	schema: importActivitiesSchema,
	useCase: importSessions,
	words: activitiesWords[COMMAND_LANGUAGE]
});
