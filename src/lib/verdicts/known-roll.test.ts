import { expect, test } from 'vitest';
import { headcountBook } from '#lib/units/headcount.ts';
import { knownRoll } from './known-roll.ts';

const unit = (key: string, value: number | null, ...parents: string[]) => ({
	...{ key, value, parents },
	asOf: null
});

test.each([
	['its own declaration', [unit('t', 50), unit('a', 30, 't')], { known: 50, isWhole: true }],
	['the sum of its children', [unit('t', null), unit('a', 30, 't')], { known: 30, isWhole: true }],
	[
		'what is known of its children, at any depth',
		[
			...[unit('t', null), unit('a', 30, 't'), unit('b', null, 't')],
			...[unit('b1', 7, 'b'), unit('b2', null, 'b')]
		],
		{ known: 37, isWhole: false }
	],
	['nothing', [unit('t', null)], { known: 0, isWhole: false }]
])('a roll is %s', (_name, units, roll) => {
	expect(knownRoll('t', headcountBook(units))).toEqual(roll);
});
