import { expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import { initials, maskedName } from './masked-name.ts';

const at = instant('2026-11-05T02:00:00.000Z');

test.each([
	[2011, true, 'N.V.A'],
	[2008, true, 'N.V.A'],
	[2007, true, 'Nguyễn Văn An'],
	[1990, true, 'Nguyễn Văn An'],
	[2011, false, 'Ẩn danh'],
	[1990, false, 'Ẩn danh']
])(
	'born in %i, consent to publish %s: shown as %s in 2026',
	(birthYear, consentsToPublish, shown) => {
		expect(maskedName({ name: 'Nguyễn Văn An', birthYear, consentsToPublish }, at)).toBe(shown);
	}
);

test('the years turn at midnight in Vietnam', () => {
	const person = { name: 'Nguyễn Văn An', birthYear: 2007, consentsToPublish: true };
	expect(maskedName(person, instant('2025-12-31T16:59:59.999Z'))).toBe('N.V.A');
	expect(maskedName(person, instant('2025-12-31T17:00:00.000Z'))).toBe('Nguyễn Văn An');
});

test.each([
	['Đặng Thị Ánh Tuyết', 'Đ.T.Á.T'],
	['  ông   Y-Bih ', 'Ô.Y.B'],
	['Lan', 'L']
])('the initials of %s are %s', (name, short) => {
	expect(initials(name)).toBe(short);
});

test('without consent a reader of English sees Anonymous', () => {
	const person = { name: 'Nguyễn Văn An', birthYear: 1990, consentsToPublish: false };
	expect(maskedName(person, at, 'en')).toBe('Anonymous');
});
