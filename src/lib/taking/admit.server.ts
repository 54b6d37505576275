import type { RoundOfContest } from '#lib/contest/contests.reads.server.ts';
import { findRound } from '#lib/contest/contests.reads.server.ts';
import { ensureEntry } from '#lib/contest/ensure-entry.offer.server.ts';
import { getAccommodation } from '#lib/contest/entries.reads.server.ts';
import { freezeRules } from '#lib/contest/freeze-rules.offer.server.ts';
import { laterRulesAtStart } from '#lib/contest/later-rules.ts';
import type { ContestRefusal } from '#lib/contest/refusals.ts';
import { roundPhase } from '#lib/contest/round-phase.ts';
import type { Rules } from '#lib/contest/rules.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { consentStanding } from '#lib/people/consents.reads.server.ts';
import { refuse, type TakingRefusal } from './refusals.ts';

/** Terms under which somebody may start now. */
export interface Admission {
	readonly rules: Rules;
	readonly closesAt: Instant;
	readonly extraTime: readonly [number, number];
}

interface Asking {
	readonly personId: string;
	readonly chosenUnitKey: string | undefined;
	/** The seq this start would take. */
	readonly seq: number;
}

/**
 * May this person start an attempt in the round now, and under which terms? In this order: is the round
 * open, is there consent, does a rule forbid, is the person in scope, are attempts left. Registers the
 * person and freezes the contest's rules.
 */
export async function admit(
	ctx: WriteContext,
	known: RoundOfContest,
	asking: Asking
): Promise<Outcome<Admission, TakingRefusal | ContestRefusal>> {
	const shut = refusePhase(known, ctx.at);
	if (shut) return shut;
	const round = await freezeRulesOf(ctx, known);
	const shutNow = refusePhase(round, ctx.at);
	if (shutNow) return shutNow;
	const { rules } = round.contest.definition;
	const personal = await refusePerson(ctx, rules, asking.personId);
	if (personal) return personal;
	const { personId, chosenUnitKey, seq } = asking;
	const { contest } = round;
	const entry = await ensureEntry(ctx.tx, { contest, at: ctx.at, personId, chosenUnitKey });
	if (!entry.ok) return entry;
	const granted = await getAccommodation(ctx.tx, contest.code, personId);
	const most = rules.attemptsMax + granted.extraAttempts;
	if (seq > most) return refuse('attempts-used-up', { facts: { attemptsMax: most } });
	return ok({ rules, closesAt: round.closesAt, extraTime: granted.extraTime });
}

function refusePhase(round: RoundOfContest, at: Instant) {
	switch (roundPhase(round, at)) {
		case 'upcoming':
			return refuse('round-not-open', { facts: { opensAt: round.opensAt } });
		case 'closed':
			return refuse('round-closed', { facts: { closesAt: round.closesAt } });
		case 'open':
			return null;
	}
}

/** From the first attempt on the rules stand; until then they are read anew, for they may just have changed. */
async function freezeRulesOf(ctx: WriteContext, known: RoundOfContest): Promise<RoundOfContest> {
	if (known.contest.rulesFrozenAt !== null) return known;
	await freezeRules(ctx.tx, { contestCode: known.contestCode, at: ctx.at });
	return (await findRound(ctx.tx, known.id)) ?? known;
}

async function refusePerson(ctx: WriteContext, rules: Rules, personId: string) {
	const consent = await consentStanding(ctx.tx, personId, ctx.at);
	const { given, missing } = consent.purposes.take_part;
	if (!given) return refuse('consent-missing', { facts: { missing: missing.join(', ') } });
	const [rule] = laterRulesAtStart(rules, { under16: consent.guardianNeeded });
	return rule === undefined ? null : refuse('rule-later', { facts: { rule } });
}
