import { importCommand } from './import-command.ts';
import { COMMAND_LANGUAGE } from './run-command.ts';
import { importActivitiesSchema } from '#lib/activities/import-activities.schema.ts';
import { importActivities } from '#lib/activities/import-activities.server.ts';
import { activitiesWords } from '#lib/messages/activities.ts';

export const command = importCommand({
	noun: 'activities',
	about: 'loads activities of every kind (activities.csv)',
	formats: ['csv'],
	schema: importActivitiesSchema,
	useCase: importActivities,
	words: activitiesWords[COMMAND_LANGUAGE]
});
