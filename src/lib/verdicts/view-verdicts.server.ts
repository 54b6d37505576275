import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Ok } from '#lib/kernel/outcome.ts';
import { defaultAsOf } from './default-day.ts';
import type { IndicatorResult } from './indicator-result.ts';
import { findReadablePlan, judgePlan } from './judged-plan.server.ts';

export interface PlanVerdicts {
	readonly asOf: Day;
	readonly indicators: readonly Pick<
		IndicatorResult,
		'code' | 'numerator' | 'denominator' | 'verdict'
	>[];
}

/** The verdicts beside a plan's public words, as-was; null for who may not see them. Refuses nobody. */
export async function viewVerdicts(
	ctx: ReadContext,
	input: { readonly code: string }
): Promise<Ok<PlanVerdicts | null>> {
	const found = await findReadablePlan(ctx, input);
	if (!found.ok) return ok(null);
	const today = dayOf(ctx.at);
	const asOf = defaultAsOf(found.value.plan, today);
	const { indicators } = await judgePlan(ctx, { ...found.value, asOf, today, reading: 'as-was' });
	return ok({
		asOf,
		indicators: indicators.map(({ code, numerator, denominator, verdict }) => ({
			...{ code, numerator, denominator, verdict }
		}))
	});
}
