import { recordActivitySchema } from '#lib/activities/record-activity.schema.ts';
import { recordActivity } from '#lib/activities/record-activity.server.ts';
import { viewActivities } from '#lib/activities/view-activities.server.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { runForm } from '#lib/server/door/run-form.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What waits for confirmation, what was confirmed lately, and the form to record. */
export const load: PageServerLoad = async (event) => ({
	...(await runLoad(event, viewActivities, {})),
	today: dayOf(event.locals.at)
});

export const actions: Actions = {
	record: (event) =>
		runForm(event, recordActivitySchema, recordActivity, {
			then: ({ activityId }) => `/truong/viec/${activityId}`
		})
};
