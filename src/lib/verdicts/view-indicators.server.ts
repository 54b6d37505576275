import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { IndicatorsResult } from './indicator-result.ts';
import { findReadablePlan, judgePlan } from './judged-plan.server.ts';
import type { VerdictsRefusal } from './refusals.ts';
import type { ViewIndicators } from './view-indicators.schema.ts';

/**
 * Every indicator of a plan judged on a day in a reading (contract §2), each with the units behind it. 401
 * without a session; 404 for who has no post over the issuer.
 */
export async function viewIndicators(
	ctx: ReadContext,
	input: ViewIndicators
): Promise<Outcome<IndicatorsResult, VerdictsRefusal>> {
	const found = await findReadablePlan(ctx, input);
	if (!found.ok) return found;
	const today = input.today ?? dayOf(ctx.at);
	const asOf = input['as-of'] ?? dayOf(ctx.at);
	return ok(await judgePlan(ctx, { ...found.value, asOf, today, reading: input.reading }));
}
