import { confirmActivitySchema } from '#lib/activities/confirm-activity.schema.ts';
import { confirmActivity } from '#lib/activities/confirm-activity.server.ts';
import { viewActivities } from '#lib/activities/view-activities.server.ts';
import { viewActivity } from '#lib/activities/view-activity.server.ts';
import { permitsSomewhere } from '#lib/identity/abilities.ts';
import { runForm } from '#lib/server/door/run-form.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** One activity with its facts; who works on the list also gets the way back to it. */
export const load: PageServerLoad = async (event) => {
	const page = await runLoad(event, viewActivity, { activityId: event.params.id });
	const hasList = permitsSomewhere(event.locals.actor, 'activity.record');
	const waiting = hasList ? (await runLoad(event, viewActivities, {})).waiting.length : null;
	return { ...page, waiting };
};

export const actions: Actions = {
	confirm: ({ request, locals, params }) =>
		runForm(
			{ request, locals, params: { activityId: params.id } },
			confirmActivitySchema,
			confirmActivity,
			{ then: () => `/truong/viec/${params.id}` }
		)
};
