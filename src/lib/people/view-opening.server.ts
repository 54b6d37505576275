import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Ok } from '#lib/kernel/outcome.ts';
import { hasAdministrator } from './posts.reads.server.ts';

/** What a new instance still lacks: `khoabang serve` says how to make its first account. */
export async function viewOpening(ctx: ReadContext): Promise<Ok<{ administrator: boolean }>> {
	return ok({ administrator: await hasAdministrator(ctx.db, dayOf(ctx.at)) });
}
