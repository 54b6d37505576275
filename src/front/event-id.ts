import type { RoundPhase } from '#lib/contest/round-phase.ts';

/** All that an event stream of a round tells: how far its board is, and its phase. */
export interface RoundState {
	/** Never falls; 0 before the first snapshot. */
	readonly watermark: number;
	readonly phase: RoundPhase;
}

export interface RoundEvent {
	readonly kind: 'round' | 'board';
	readonly id: string;
}

const ours = /^(\d{1,15})\.(upcoming|open|closed)$/;

/** An id is what a reader has seen after the event, so that any id can be gone on from. */
export function idOf(state: RoundState): string {
	return `${state.watermark}.${state.phase}`;
}

/** `Last-Event-ID`; null when it is not one of ours, and everything is told anew. */
export function readId(id: string): RoundState | null {
	const match = ours.exec(id);
	if (!match) return null;
	return { watermark: Number(match[1]), phase: match[2] as RoundPhase };
}

/** What somebody who has `seen` that much has yet to hear. */
export function eventsSince(seen: RoundState | null, now: RoundState): RoundEvent[] {
	const watermark = seen?.watermark ?? 0;
	const events: RoundEvent[] = [];
	if (seen?.phase !== now.phase)
		events.push({ kind: 'round', id: idOf({ watermark, phase: now.phase }) });
	if (now.watermark > watermark) events.push({ kind: 'board', id: idOf(now) });
	return events;
}
