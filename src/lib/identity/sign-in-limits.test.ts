import { expect, test } from 'vitest';
import { addMs, instant } from '#lib/kernel/instant.ts';
import { addressWaitMs, afterWrongTry, ADDRESS_TRIES } from './sign-in-limits.ts';

test.each([
	[0, { kind: 'tries-left', left: 4 }],
	[3, { kind: 'tries-left', left: 1 }],
	[4, { kind: 'lock' }],
	[9, { kind: 'lock' }]
])('after %i wrong tries in a row one more means %j', (before, next) => {
	expect(afterWrongTry(before)).toEqual(next);
});

const at = instant('2026-11-05T02:00:00.000Z');
const agoOf = (...seconds: number[]) => seconds.map((s) => addMs(at, -s * 1000));

test('an address waits until the twentieth of its latest wrong cards is a minute old', () => {
	expect(addressWaitMs([], at)).toBe(0);
	expect(addressWaitMs(agoOf(...Array<number>(ADDRESS_TRIES - 1).fill(1)), at)).toBe(0);
	expect(addressWaitMs(agoOf(...Array<number>(ADDRESS_TRIES - 1).fill(1), 59.999), at)).toBe(1);
	expect(addressWaitMs(agoOf(...Array<number>(ADDRESS_TRIES - 1).fill(1), 60), at)).toBe(0);
	expect(addressWaitMs(agoOf(...Array<number>(ADDRESS_TRIES).fill(0)), at)).toBe(60_000);
});
