import { expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import { schoolYearStart } from './school-year.ts';

test.each([
	['2026-09-04', '2025-09-05'],
	['2026-09-05', '2026-09-05'],
	['2027-01-31', '2026-09-05']
])('%s lies in the school year that began on %s', (on, start) => {
	expect(schoolYearStart(day(on))).toBe(start);
});
