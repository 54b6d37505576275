import { permits } from '#lib/identity/abilities.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { WholePlan } from '#lib/plans/plan.ts';
import { findWholePlan } from '#lib/plans/plans.reads.server.ts';
import { lineageBook } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { findUnit, lineageOn } from '#lib/units/units.reads.server.ts';
import { listUnitEvents, listUnitRecords } from '#lib/units/world.reads.server.ts';
import { countingDay, unitsUnder } from './asked-units.ts';
import { findFigures } from './find-figures.server.ts';
import type { Gathering } from './gathering.ts';
import { resultOf, sealed, type IndicatorsResult } from './indicator-result.ts';
import { refuse, type VerdictsRefusal } from './refusals.ts';
import { listPublishedContests } from './verdict-facts.reads.server.ts';
import type { ViewIndicators } from './view-indicators.schema.ts';

/**
 * Every indicator of a plan judged on a day in a reading (contract §2), each with the units behind it. 401
 * without a session; 404 for who has no post over the issuer.
 */
export async function viewIndicators(
	ctx: ReadContext,
	input: ViewIndicators
): Promise<Outcome<IndicatorsResult, VerdictsRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	const plan = await findWholePlan(ctx.db, input.code);
	const issuer = plan && (await findUnit(ctx.db, plan.issuerKey));
	if (!plan || !issuer) return refuse('not-found');
	const today = input.today ?? dayOf(ctx.at);
	const lineage = await lineageOn(ctx.db, issuer.key, today);
	if (!permits(ctx.actor, 'verdict.read', lineage)) return refuse('not-found');
	const asOf = input['as-of'] ?? dayOf(ctx.at);
	const gathering = await gather(ctx, { plan, issuer, asOf, today, reading: input.reading });
	const closed = input.reading === 'as-was' && issuer.closed !== null && issuer.closed <= asOf;
	const indicators = [];
	for (const definition of plan.indicators) {
		const { found, publications } = await findFigures(ctx.db, gathering, definition);
		indicators.push({
			...resultOf(definition, found),
			...(publications.length > 0 ? { publications } : {}),
			...(closed && issuer.closed !== null ? { issuerClosedOn: issuer.closed } : {})
		});
	}
	return ok(sealed({ plan: plan.code, asOf, reading: input.reading, indicators }));
}

interface Question {
	readonly plan: WholePlan;
	readonly issuer: Unit;
	readonly asOf: Day;
	readonly today: Day;
	readonly reading: ViewIndicators['reading'];
}

async function gather(ctx: ReadContext, question: Question): Promise<Gathering> {
	const { plan, issuer, asOf, today, reading } = question;
	const records = await listUnitRecords(ctx.db);
	const book = lineageBook(records, await listUnitEvents(ctx.db));
	// as-was of an issuer that closed before: units, facts and window are those of its last day.
	const on = reading === 'as-was' ? countingDay(issuer, asOf) : asOf;
	const units = unitsUnder(book, records, { issuerKey: issuer.key, asOf, today, reading, on });
	const kinds = new Map(records.map(({ key, kind }) => [key, kind]));
	const contests = await listPublishedContests(ctx.db);
	return { plan, issuer, asOf: on, book, units, contests, kindOf: (key) => kinds.get(key) };
}
