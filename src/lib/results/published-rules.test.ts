import { describe, expect, test } from 'vitest';
import { listedRounds, publishedRules } from './published-rules.ts';
import type { Rules } from '#lib/contest/rules.ts';

const rounds = ['10', '20', '30'].map((closesAt) => ({ id: `r${closesAt}`, closesAt }));
const keys = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('a publication lists', () => {
	test('of a round: it and those closed before it', () => {
		expect(keys(listedRounds(rounds, rounds[1] ?? null))).toEqual(['r10', 'r20']);
	});

	test('of a contest: every round', () => {
		expect(keys(listedRounds(rounds, null))).toEqual(['r10', 'r20', 'r30']);
	});

	test('prizes on its rounds, and on the final in the whole contest alone', () => {
		const prizes = ['r10', 'r30', 'final'].map((on) => ({ id: on, on }));
		const rules = { prizes } as unknown as Rules;
		const listed = { roundKeys: ['r10', 'r20'], whole: false };
		expect(keys(publishedRules(rules, listed).prizes)).toEqual(['r10']);
		const all = { roundKeys: ['r10', 'r20', 'r30'], whole: true };
		expect(keys(publishedRules(rules, all).prizes)).toEqual(['r10', 'r30', 'final']);
	});
});
