import { expect, test } from 'vitest';
import { eventsSince, idOf, readId, type RoundState } from './event-id.ts';

const state: RoundState = { watermark: 12, phase: 'open' };

test('an id says how far a reader has come, and reads back', () => {
	expect(idOf(state)).toBe('12.open');
	expect(readId('12.open')).toEqual(state);
});

test.each(['', 'x', '12', '-1.open', '12.later', '1.5.open', '99999999999999999999.open'])(
	'%j is no id of ours, so everything is told anew',
	(id) => {
		expect(readId(id)).toBeNull();
	}
);

test.each([
	['a first visit hears phase and board', null, ['round', 'board']],
	['nothing new, nothing told', state, []],
	['an older board', { ...state, watermark: 11 }, ['board']],
	['an earlier phase', { ...state, phase: 'upcoming' }, ['round']],
	['both', { watermark: 0, phase: 'upcoming' }, ['round', 'board']]
] as const)('%s', (_, seen, kinds) => {
	expect(eventsSince(seen, state).map((event) => event.kind)).toEqual(kinds);
});

test('before the first attempt there is no board to tell of', () => {
	const events = eventsSince(null, { watermark: 0, phase: 'upcoming' });
	expect(events.map((event) => event.kind)).toEqual(['round']);
});

test('each event carries the id that has it seen, so a break between two loses none', () => {
	const events = eventsSince({ watermark: 11, phase: 'upcoming' }, state);
	expect(events.map((event) => event.id)).toEqual(['11.open', '12.open']);
});
