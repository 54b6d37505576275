import { canonicalJson } from '#lib/kernel/canonical-json.ts';
import { byCodeUnit, folded } from '#lib/kernel/text.ts';
import type { Fate } from '#lib/units/unit-changes.ts';
import type { ActivityRecord, StoredActivity } from './activity.ts';

/** What a record of a file does to what is stored; `conflict`: it is confirmed and says something else. */
export type ActivityFate = Exclude<Fate, 'moved'> | 'conflict';

export function activityFate(
	record: ActivityRecord,
	stored: StoredActivity | undefined
): ActivityFate {
	if (!stored) return 'new';
	const isSame = factsOf(record) === factsOf(stored);
	if (stored.confirmation === null)
		return isSame && record.confirmation === null ? 'same' : 'changed';
	if (!isSame) return 'conflict';
	// Confirmed here since the file was made: the file has nothing to say against it.
	if (record.confirmation === null) return 'same';
	return canonicalJson(record.confirmation) === canonicalJson(stored.confirmation)
		? 'same'
		: 'conflict';
}

function factsOf(activity: ActivityRecord): string {
	const { unitKey, kind, heldOn, title, people, ledBy, evidence, contestCode, eventLevel } =
		activity;
	return canonicalJson({
		...{ unitKey, kind, heldOn, title, people, ledBy, evidence, contestCode, eventLevel },
		classes: [...activity.classes].sort(byCodeUnit),
		tags: [...activity.tags].sort(byCodeUnit)
	});
}

/** A session of the short form: no title, tags or level of its own. */
export type SessionRecord = Omit<ActivityRecord, 'kind' | 'title' | 'tags' | 'eventLevel'>;

/**
 * The activity a short-form session is: the stored one of the same unit and day with the same leader or
 * the same classes, else a new one with a title made of its classes.
 */
export function sessionAsActivity(
	session: SessionRecord,
	stored: readonly StoredActivity[]
): ActivityRecord {
	const sameDay = stored.filter(
		(other) =>
			other.kind === 'ngoai_khoa' &&
			other.unitKey === session.unitKey &&
			other.heldOn === session.heldOn
	);
	const match = sameDay.find((other) => isSameSession(session, other));
	const { title, tags, eventLevel } = match ?? {
		...{ title: freeTitle(session, sameDay), tags: [], eventLevel: null }
	};
	return { ...session, kind: 'ngoai_khoa', title, tags, eventLevel };
}

function isSameSession(session: SessionRecord, other: StoredActivity): boolean {
	const sameLeader =
		session.ledBy !== null && other.ledBy !== null && folded(session.ledBy) === folded(other.ledBy);
	return sameLeader || (session.classes.length > 0 && classesOf(session) === classesOf(other));
}

function classesOf({ classes }: { readonly classes: readonly string[] }): string {
	return classes.map(folded).sort(byCodeUnit).join(';');
}

function freeTitle({ classes }: SessionRecord, sameDay: readonly StoredActivity[]): string {
	const plain =
		classes.length > 0 ? `Buổi ngoại khóa, lớp ${classes.join(', ')}` : 'Buổi ngoại khóa';
	const taken = sameDay.map((other) => other.title);
	if (!taken.includes(plain)) return plain;
	for (let n = 2; ; n++) if (!taken.includes(`${plain} (${n})`)) return `${plain} (${n})`;
}
