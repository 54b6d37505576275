import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listUnitsOn } from '#lib/units/units.reads.server.ts';
import { nextDue, type Deadline, type Due } from './deadline.ts';
import type { WholePlan } from './plan.ts';
import { findWholePlan } from './plans.reads.server.ts';
import { refuse, type PlansRefusal } from './refusals.ts';
import type { ViewPlan } from './view-plan.schema.ts';

export interface PlanPage extends Omit<WholePlan, 'deadlines'> {
	readonly issuer: string;
	/** The day the issuer ceased to be, if it has. */
	readonly issuerClosedOn: Day | null;
	readonly deadlines: readonly (Deadline & { readonly due: Due | null })[];
}

/** A plan in its own words: tasks, indicators, deadlines, and when each report is due next within the period. Public. */
export async function viewPlan(
	ctx: ReadContext,
	input: ViewPlan
): Promise<Outcome<PlanPage, PlansRefusal>> {
	const plan = await findWholePlan(ctx.db, input.code);
	if (!plan) return refuse('not-found');
	const [issuer] = await listUnitsOn(ctx.db, [plan.issuerKey], plan.periodFrom);
	const today = dayOf(ctx.at);
	return ok({
		...plan,
		issuer: issuer?.name ?? plan.issuerKey,
		issuerClosedOn: issuer?.closed && issuer.closed <= today ? issuer.closed : null,
		deadlines: plan.deadlines.map((deadline) => ({
			...deadline,
			due: dueWithin(plan, deadline, today)
		}))
	});
}

/** A report about the last months of a plan may be due shortly after its period; later ones are not asked. */
function dueWithin(plan: WholePlan, deadline: Deadline, today: Day): Due | null {
	const from = today < plan.periodFrom ? plan.periodFrom : today;
	return from < plan.periodTo ? nextDue(deadline, from) : null;
}
