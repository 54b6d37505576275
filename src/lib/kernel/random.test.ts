import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hmacSha256 } from './digest.ts';
import { seededDraws, shuffled } from './random.ts';

const seed = Buffer.from('a seed');

test('draws are the HMAC blocks of the seed, six bytes at a time', () => {
	const draw = seededDraws(seed, 'items');
	const [first, second] = [0, 1].map((counter) => hmacSha256(seed, `items\n${counter}`));
	const expected = [first, second].flatMap((block) =>
		[0, 6, 12, 18, 24].map((at) => (block as Buffer).readUIntBE(at, 6) % 1000)
	);
	expect(expected.map(() => draw(1000))).toEqual(expected);
});

test('a seed and a label repeat their numbers, another label has others', () => {
	const numbers = (label: string) => {
		const draw = seededDraws(seed, label);
		return Array.from({ length: 20 }, () => draw(1_000_000));
	};
	expect(numbers('items')).toEqual(numbers('items'));
	expect(numbers('items')).not.toEqual(numbers('parts'));
});

test('shuffling keeps every element and leaves the list alone', () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), (list) => {
			const before = [...list];
			const after = shuffled(list, seededDraws(seed, 'x'));
			expect(after.toSorted()).toEqual(list.toSorted());
			expect(list).toEqual(before);
		})
	);
});
