import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { peopleWords } from './people.ts';

const sources = ['roster-file.ts', 'roster-places.ts'].map((name) =>
	readFileSync(new URL(`../people/${name}`, import.meta.url), 'utf8')
);
const codes = [
	...sources.flatMap((text) =>
		[...text.matchAll(/'(roster-[a-z-]+[a-z])'/g)].map(([, code]) => code ?? '')
	),
	...['unknown-word', 'class-number-needed', 'empty'].map((why) => `roster-audience-${why}`),
	'csv-quote-open',
	'csv-after-quote'
];

test.each([...new Set(codes)])(
	'a roster’s complaint %s has its sentence in both languages',
	(code) => {
		for (const language of ['vi', 'en'] as const)
			expect(peopleWords[language].notes[code]?.({}).length).toBeGreaterThan(20);
	}
);
