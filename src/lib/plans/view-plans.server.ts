import type { ReadContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listUnitsOn } from '#lib/units/units.reads.server.ts';
import { listPlans, type PlanInList } from './plans.reads.server.ts';
import type { PlansRefusal } from './refusals.ts';

export interface PlansPage {
	readonly plans: readonly (PlanInList & { readonly issuer: string })[];
}

/** All plans, for everyone: they are public documents. The issuer by its name when the period began. */
export async function viewPlans(ctx: ReadContext): Promise<Outcome<PlansPage, PlansRefusal>> {
	const plans = [];
	for (const plan of await listPlans(ctx.db)) {
		const [issuer] = await listUnitsOn(ctx.db, [plan.issuerKey], plan.periodFrom);
		plans.push({ ...plan, issuer: issuer?.name ?? plan.issuerKey });
	}
	return ok({ plans });
}
