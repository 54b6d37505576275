import { covers, type Day, type Period } from '#lib/kernel/instant.ts';
import { keepsCadence, type Cadence } from './cadence.ts';
import type { Roll } from './known-roll.ts';

/** What is known of one unit, gathered from activities and participation; days only, nothing about persons. */
export interface UnitFacts {
	readonly activities: readonly ActivityFact[];
	readonly quiz: QuizFacts;
}

export interface ActivityFact {
	readonly kind: string;
	readonly heldOn: Day;
	/** null: nobody has confirmed it. */
	readonly confirmedOn: Day | null;
	readonly tags: readonly string[];
}

/** S1 and S2: distinct people of the asked audiences who completed a published, closed contest, against their roll. */
export interface QuizFacts {
	readonly completed: number;
	/** Summed headcount of those audiences, or the part of it that is known. */
	readonly roll: Roll;
}

/** The part of an indicator's definition that says what counts (contract §3, plan.json). */
export interface EvidenceAsked {
	readonly evidence:
		'S1' | 'S2' | 'S3' | 'S2_or_S3' | 'activity' | 'plan_and_activity' | 'document' | 'cadence';
	readonly activityKinds?: readonly string[] | undefined;
	readonly cadence?: Cadence | undefined;
	readonly tag?: string | undefined;
}

/** Why a unit is counted or not; the sentence is in messages/verdicts. */
export type Why =
	| 'session'
	| 'activity'
	| 'document'
	| 'plan-and-activity'
	| 'contest'
	| 'cadence-kept'
	| 'nothing'
	| 'not-confirmed'
	| 'confirmed-late'
	| 'outside-window'
	| 'plan-only'
	| 'activity-only'
	| 'contest-too-few'
	| 'cadence-missed'
	| 'no-headcount';

/** `open`: a missing headcount leaves it undecided. */
export interface UnitFinding {
	readonly state: 'counted' | 'not-counted' | 'open';
	readonly why: Why;
}

const UNIT_PLAN = 'ke_hoach_don_vi';
const counted = (why: Why): UnitFinding => ({ state: 'counted', why });
const notCounted = (why: Why): UnitFinding => ({ state: 'not-counted', why });

/**
 * Does this unit count under the evidence asked (contract §2, Evidence; domain §5.5)? A fact counts when it
 * is confirmed, held inside the window and confirmed on or before as-of, the window's last day.
 */
export function findingOf(asked: EvidenceAsked, facts: UnitFacts, window: Period): UnitFinding {
	switch (asked.evidence) {
		case 'S1':
			return facts.quiz.completed >= 1 ? counted('contest') : notCounted('nothing');
		case 'S2':
			return quizFinding(facts.quiz);
		case 'S3':
			return sessionFinding(asked, facts, window);
		case 'S2_or_S3':
			return better(sessionFinding(asked, facts, window), quizFinding(facts.quiz));
		case 'activity':
			return matching(facts.activities.filter(isActivity(asked)), window, 'activity');
		case 'document':
			return matching(facts.activities.filter(isDocument(asked)), window, 'document');
		case 'plan_and_activity':
			return planAndActivity(asked, facts, window);
		case 'cadence':
			return cadenceFinding(asked, facts, window);
	}
}

/** S2: at least 10 people and at least a tenth of the roll (domain §5.5), by whole numbers. */
function quizFinding({ completed, roll }: QuizFacts): UnitFinding {
	if (completed === 0) return notCounted('nothing');
	if (completed < 10) return notCounted('contest-too-few');
	if (completed * 10 < roll.known) return notCounted('contest-too-few');
	return roll.isWhole ? counted('contest') : { state: 'open', why: 'no-headcount' };
}

function sessionFinding(asked: EvidenceAsked, facts: UnitFacts, window: Period): UnitFinding {
	const kinds = asked.activityKinds ?? ['ngoai_khoa'];
	const sessions = facts.activities.filter(({ kind }) => kinds.includes(kind));
	return matching(sessions, window, 'session');
}

function planAndActivity(asked: EvidenceAsked, facts: UnitFacts, window: Period): UnitFinding {
	const plan = matching(facts.activities.filter(isDocument(asked)), window, 'document');
	const activity = matching(facts.activities.filter(isActivity(asked)), window, 'activity');
	if (plan.state === 'counted' && activity.state === 'counted') return counted('plan-and-activity');
	if (plan.state === 'counted')
		return activity.why === 'nothing' ? notCounted('plan-only') : activity;
	if (activity.state === 'counted')
		return plan.why === 'nothing' ? notCounted('activity-only') : plan;
	return activity.why === 'nothing' ? plan : activity;
}

function cadenceFinding(asked: EvidenceAsked, facts: UnitFacts, window: Period): UnitFinding {
	if (!asked.cadence) return notCounted('nothing');
	const held = facts.activities.filter(isActivity(asked)).filter(isGood(window));
	if (held.length === 0) return notCounted('nothing');
	const kept = keepsCadence(
		held.map(({ heldOn }) => heldOn),
		asked.cadence,
		window
	);
	return kept ? counted('cadence-kept') : notCounted('cadence-missed');
}

function isActivity(asked: EvidenceAsked) {
	return ({ kind, tags }: ActivityFact) =>
		(asked.activityKinds ? asked.activityKinds.includes(kind) : kind !== UNIT_PLAN) &&
		hasTag(asked.tag, tags);
}

function isDocument(asked: EvidenceAsked) {
	return ({ kind, tags }: ActivityFact) => kind === UNIT_PLAN && hasTag(asked.tag, tags);
}

function hasTag(tag: string | undefined, tags: readonly string[]): boolean {
	return tag === undefined || tags.includes(tag);
}

function isGood(window: Period) {
	return ({ heldOn, confirmedOn }: ActivityFact) =>
		covers(window, heldOn) && confirmedOn !== null && isBy(confirmedOn, window);
}

function isBy(on: Day, window: Period): boolean {
	return window.to === null || on < window.to;
}

/** Counted by the first good fact; else the nearest miss says why. */
function matching(facts: readonly ActivityFact[], window: Period, why: Why): UnitFinding {
	if (facts.some(isGood(window))) return counted(why);
	const inside = facts.filter(({ heldOn }) => covers(window, heldOn));
	if (inside.some(({ confirmedOn }) => confirmedOn !== null)) return notCounted('confirmed-late');
	if (inside.length > 0) return notCounted('not-confirmed');
	return notCounted(facts.length > 0 ? 'outside-window' : 'nothing');
}

function better(session: UnitFinding, quiz: UnitFinding): UnitFinding {
	if (session.state === 'counted' || quiz.state === 'not-counted')
		return session.why === 'nothing' ? quiz : session;
	return quiz;
}
