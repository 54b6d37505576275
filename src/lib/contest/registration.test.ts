import { expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import { registeredAt } from './registration.ts';

const importedAt = instant('2026-10-01T08:00:00+07:00');
const opened = instant('2026-10-06T09:00:00+07:00');

test.each([
	['no roster: the first opening', null, opened],
	['a roster before the contest: the contest', '2026-09-05T08:00:00+07:00', importedAt],
	['a roster after the contest', '2026-10-02T08:00:00+07:00', instant('2026-10-02T08:00:00+07:00')],
	['a roster after the opening: the opening', '2026-10-07T08:00:00+07:00', opened]
])('%s', (_what, confirmed, expected) => {
	const confirmedAt = confirmed === null ? null : instant(confirmed);
	expect(registeredAt([{ confirmedAt }], { importedAt }, opened)).toBe(expected);
});
