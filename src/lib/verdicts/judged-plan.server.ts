import { permits } from '#lib/identity/abilities.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { WholePlan } from '#lib/plans/plan.ts';
import { findWholePlan } from '#lib/plans/plans.reads.server.ts';
import { lineageBook, type Reading } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { findUnit, lineageOn } from '#lib/units/units.reads.server.ts';
import { listUnitEvents, listUnitRecords } from '#lib/units/world.reads.server.ts';
import { countingDay, unitsUnder } from './asked-units.ts';
import { findFigures } from './indicator-figures.server.ts';
import type { Gathering } from './gathering.server.ts';
import { resultOf, sealed, type IndicatorsResult } from './indicator-result.ts';
import { refuse, type VerdictsRefusal } from './refusals.ts';
import { listPublishedContests } from './verdict-facts.reads.server.ts';

/** A plan and the body that issued it. */
export interface IssuedPlan {
	readonly plan: WholePlan;
	readonly issuer: Unit;
}

export interface JudgingQuestion extends IssuedPlan {
	readonly asOf: Day;
	/** The day whose tree as-now uses. */
	readonly today: Day;
	readonly reading: Reading;
}

/** The plan for who may see its verdicts: 401 without a session, 404 for who has no post over the issuer today. */
export async function findReadablePlan(
	ctx: ReadContext,
	{ code }: { readonly code: string }
): Promise<Outcome<IssuedPlan, VerdictsRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	const plan = await findWholePlan(ctx.db, code);
	const issuer = plan && (await findUnit(ctx.db, plan.issuerKey));
	if (!plan || !issuer) return refuse('not-found');
	const lineage = await lineageOn(ctx.db, issuer.key, dayOf(ctx.at));
	if (!permits(ctx.actor, 'verdict.read', lineage)) return refuse('not-found');
	return ok({ plan, issuer });
}

/** Judges every indicator of a plan on a day in a reading, sealed by its snapshot (contract §2). */
export async function judgePlan(
	ctx: ReadContext,
	question: JudgingQuestion
): Promise<IndicatorsResult> {
	const { plan, issuer, asOf, reading } = question;
	const gathering = await gather(ctx, question);
	const closed = reading === 'as-was' && issuer.closed !== null && issuer.closed <= asOf;
	const indicators = [];
	for (const definition of plan.indicators) {
		const { found, publications } = await findFigures(ctx.db, gathering, definition);
		indicators.push({
			...resultOf(definition, found),
			...(publications.length > 0 ? { publications } : {}),
			...(closed && issuer.closed !== null ? { issuerClosedOn: issuer.closed } : {})
		});
	}
	return sealed({ plan: plan.code, asOf, reading, indicators });
}

/** as-was of an issuer that closed before: units, facts and window are those of its last day. */
export function countsOn({ issuer, asOf, reading }: JudgingQuestion): Day {
	return reading === 'as-was' ? countingDay(issuer, asOf) : asOf;
}

async function gather(ctx: ReadContext, question: JudgingQuestion): Promise<Gathering> {
	const { plan, issuer, asOf, today, reading } = question;
	const records = await listUnitRecords(ctx.db);
	const book = lineageBook(records, await listUnitEvents(ctx.db));
	const on = countsOn(question);
	const units = unitsUnder(book, records, { issuerKey: issuer.key, asOf, today, reading, on });
	const kinds = new Map(records.map(({ key, kind }) => [key, kind]));
	const contests = await listPublishedContests(ctx.db);
	return { plan, issuer, asOf: on, book, units, contests, kindOf: (key) => kinds.get(key) };
}
