import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listGauges, prometheusText } from '#lib/server/metrics.server.ts';
import { permits } from './abilities.ts';
import type { ReadContext } from './context.ts';
import { refuse, type DoorRefusal } from '#lib/server/door/refusals.ts';

/** `/metrics` (contract §2): Prometheus text for who operates the instance, by token or session. */
export async function viewMetrics(ctx: ReadContext): Promise<Outcome<string, DoorRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	if (!permits(ctx.actor, 'instance.operate', [])) return refuse('not-found');
	return ok(prometheusText(await listGauges(ctx.db)));
}
