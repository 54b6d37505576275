import type { RequestEvent } from '@sveltejs/kit';
import { viewMetrics } from '#lib/identity/view-metrics.server.ts';
import { runView } from '#lib/server/door/run.server.ts';
import { problemResponse } from '#lib/server/door/run-json.server.ts';

export const GET = async ({ locals }: RequestEvent) => {
	const outcome = await runView(locals.door, locals, viewMetrics, undefined);
	if (!outcome.ok) return problemResponse(outcome.refusal, locals.language);
	return new Response(outcome.value, {
		headers: {
			'content-type': 'text/plain; version=0.0.4; charset=utf-8',
			'cache-control': 'no-store'
		}
	});
};
