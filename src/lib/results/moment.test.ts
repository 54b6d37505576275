import { expect, test } from 'vitest';
import { momentMs } from './moment.ts';

test.each([
	['2026-10-05T01:02:03.456Z', Date.UTC(2026, 9, 5, 1, 2, 3, 456)],
	['2026-10-05T08:02:03.456+07:00', Date.UTC(2026, 9, 5, 1, 2, 3, 456)],
	['2026-10-05T01:02Z', Date.UTC(2026, 9, 5, 1, 2)],
	['2028-02-29T23:59:59.999Z', Date.UTC(2028, 1, 29, 23, 59, 59, 999)],
	['2026-02-29T00:00:00.000Z', NaN],
	['2026-10-05T01:02:03.4567Z', NaN],
	['2026-10-05T01:60:03.456Z', NaN],
	['2026-10-05 01:02:03.456Z', NaN],
	['2026-10-05T01:02:03.456', NaN],
	['', NaN]
])('%s', (text, ms) => {
	expect(momentMs(text)).toBe(ms);
	expect(momentMs(text)).toBe(ms);
});
