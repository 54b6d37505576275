import type { RequestEvent } from '@sveltejs/kit';
import { viewReadiness } from '#lib/server/readiness.server.ts';

/** 200 when this process may be sent people: database, migrations and clock. */
export const GET = async ({ locals }: RequestEvent) => {
	const readiness = await viewReadiness(locals.readiness);
	return new Response(JSON.stringify(readiness), {
		status: readiness.ready ? 200 : 503,
		headers: { 'content-type': 'application/json' }
	});
};
