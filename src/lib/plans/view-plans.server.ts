import { permitsSomewhere } from '../identity/abilities.ts';
import type { ReadContext } from '../identity/context.ts';
import { ok, type Outcome } from '../kernel/outcome.ts';
import { listUnitsOn } from '../units/units.reads.server.ts';
import { listPlans, type PlanInList } from './plans.reads.server.ts';
import { refuse, type PlansRefusal } from './refusals.ts';

export interface PlansPage {
	readonly plans: readonly (PlanInList & { readonly issuer: string })[];
}

/** All plans; the issuer by its name at the end of the plan's period, or at its own end. */
export async function viewPlans(ctx: ReadContext): Promise<Outcome<PlansPage, PlansRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	if (!permitsSomewhere(ctx.actor, 'unit.read')) return refuse('not-found');
	const plans = [];
	for (const plan of await listPlans(ctx.db)) {
		const [issuer] = await listUnitsOn(ctx.db, [plan.issuerKey], plan.periodFrom);
		plans.push({ ...plan, issuer: issuer?.name ?? plan.issuerKey });
	}
	return ok({ plans });
}
