import type { ReadContext } from '#lib/identity/context.ts';
import { addDays, dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { IndicatorDefinition } from '#lib/plans/indicator.ts';
import type { WholePlan } from '#lib/plans/plan.ts';
import type { Reading } from '#lib/units/lineage.ts';
import { unitName } from '#lib/units/units.reads.server.ts';
import { defaultAsOf, yearEnds } from './default-day.ts';
import type { IndicatorResult } from './indicator-result.ts';
import {
	countsOn,
	findReadablePlan,
	judgePlan,
	type JudgingQuestion
} from './judged-plan.server.ts';
import { refuse, type VerdictsRefusal } from './refusals.ts';
import { windowOf } from './window.ts';

export interface ViewIndicator {
	readonly code: string;
	readonly indicator: string;
	/** Default: today, or the last day of a plan that is over. */
	readonly asOf?: Day | undefined;
	readonly reading: Reading;
}

export interface IndicatorPage {
	readonly plan: Pick<WholePlan, 'code' | 'title' | 'number' | 'issuerKey'> & {
		readonly issuer: string;
	};
	readonly definition: IndicatorDefinition;
	readonly result: IndicatorResult;
	/** Every indicator of the plan in its order, this one among them. */
	readonly indicators: readonly Pick<
		IndicatorResult,
		'code' | 'wording' | 'numerator' | 'denominator' | 'verdict'
	>[];
	readonly asOf: Day;
	readonly reading: Reading;
	/** The day whose units and facts count: as-of, or the issuer's last one. */
	readonly countsOn: Day;
	/** The first and the last day whose facts count. */
	readonly window: { readonly from: Day; readonly lastDay: Day };
	readonly years: readonly { readonly year: string; readonly asOf: Day }[];
	/** Of the whole plan's result, as the API gives it. */
	readonly snapshot: string;
}

/** One indicator from the plan's sentence to its verdict, with the units behind it. Refuses as viewIndicators does. */
export async function viewIndicator(
	ctx: ReadContext,
	input: ViewIndicator
): Promise<Outcome<IndicatorPage, VerdictsRefusal>> {
	const found = await findReadablePlan(ctx, input);
	if (!found.ok) return found;
	const { plan, issuer } = found.value;
	const definition = plan.indicators.find(({ code }) => code === input.indicator);
	if (!definition) return refuse('not-found');
	const today = dayOf(ctx.at);
	const asOf = input.asOf ?? defaultAsOf(plan, today);
	const question = { ...found.value, asOf, today, reading: input.reading };
	const judged = await judgePlan(ctx, question);
	const result = judged.indicators.find(({ code }) => code === input.indicator);
	if (!result) return refuse('not-found');
	const { code, title, number, issuerKey } = plan;
	return ok({
		plan: {
			...{ code, title, number, issuerKey },
			issuer: await unitName(ctx.db, issuer.key, plan.periodFrom)
		},
		...{ definition, result, asOf, reading: input.reading, snapshot: judged.snapshot },
		...daysOf(question, definition),
		years: yearEnds(plan, today),
		indicators: judged.indicators.map(({ code, wording, numerator, denominator, verdict }) => ({
			...{ code, wording, numerator, denominator, verdict }
		}))
	});
}

function daysOf(question: JudgingQuestion, definition: IndicatorDefinition) {
	const { plan } = question;
	const on = countsOn(question);
	const period = { from: plan.periodFrom, to: plan.periodTo };
	const { from, to } = windowOf(definition.window ?? 'year', period, on);
	return { countsOn: on, window: { from, lastDay: to === null ? on : addDays(to, -1) } };
}
