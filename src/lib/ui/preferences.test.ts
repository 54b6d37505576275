import { expect, test } from 'vitest';
import { ownPath, readTextSize, readTheme } from './preferences.ts';

test('an unknown theme or size falls back to the system and to 100 per cent', () => {
	expect([readTheme('dark'), readTheme('pink'), readTheme(undefined)]).toEqual([
		'dark',
		'auto',
		'auto'
	]);
	expect([readTextSize('130'), readTextSize('999'), readTextSize(undefined)]).toEqual([
		'130',
		'100',
		'100'
	]);
});

test.each([
	['/', '/'],
	['/cuoc-thi/tuoi-tre?vong=w1#the-le', '/cuoc-thi/tuoi-tre?vong=w1#the-le'],
	['/don-vi/Kiến%20An', '/don-vi/Ki%E1%BA%BFn%20An']
])('%s is a path of this site', (path, header) => expect(ownPath(path)).toBe(header));

test.each([
	'//evil.example',
	'/\\evil.example',
	'https://evil.example/',
	'javascript:alert(1)',
	'evil',
	'',
	'/a\\b',
	'/a\nb',
	'/\t/evil.example',
	'/\ud800',
	`/${'a'.repeat(2000)}`,
	null,
	7
])('%j does not lead away from this site', (text) => expect(ownPath(text)).toBe('/'));
