import { importCommand } from './import-command.ts';
import { COMMAND_LANGUAGE } from './run-command.ts';
import { plansWords } from '#lib/messages/plans.ts';
import { importPlanSchema } from '#lib/plans/import-plan.schema.ts';
import { importPlan } from '#lib/plans/import-plan.server.ts';

export const command = importCommand({
	noun: 'plan',
	about: 'loads a plan with its tasks, indicators and deadlines (plan.json)',
	formats: ['khoabang.plan/1'],
	schema: importPlanSchema,
	useCase: importPlan,
	words: plansWords[COMMAND_LANGUAGE]
});
