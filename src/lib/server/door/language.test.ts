import { expect, test } from 'vitest';
import { requestLanguage } from './language.ts';

test.each([
	['nothing said', undefined, null, 'vi'],
	['an English browser', undefined, 'en-GB,en;q=0.9,vi;q=0.8', 'en'],
	['weights decide, not places', undefined, 'en;q=0.5, vi-VN;q=0.9', 'vi'],
	['a language we do not speak is passed over', undefined, 'fr, en;q=0.4', 'en'],
	['only strangers', undefined, 'fr, de', 'vi'],
	['the choice wins', 'vi', 'en', 'vi'],
	['a forged choice is nothing', '<script>', 'en', 'en']
])('%s', (_name, chosen, accepted, language) => {
	expect(requestLanguage(chosen, accepted)).toBe(language);
});
