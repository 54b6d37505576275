import { expect, test } from 'vitest';
import { CARD_BYTES, drawCardText, readCardText, writeCardText } from './card-text.ts';

const card = { code: 'AB0D1F9H', pin: '012345' };

test.each([
	['AB0D-1F9H 012345', card],
	['ab0d1f9h012345', card],
	[' ab 0d – 1f9h\t01 23 45 ', card],
	['ABOD-IF9H O12345', card],
	['abod-lf9h oi2345', { code: 'AB0D1F9H', pin: '012345' }],
	['AB0D1F9H01234', undefined],
	['AB0D1F9H0123456', undefined],
	['AB0D1F9U012345', undefined],
	['AB0D1F9H01234A', undefined],
	['', undefined],
	['８８８８８８８８０１２３４５', { code: '88888888', pin: '012345' }]
])(
	'a card typed as %j is read without regard to spaces, dashes, case and lookalikes',
	(typed, read) => {
		expect(readCardText(typed)).toEqual(read);
	}
);

test('what is printed is read back', () => {
	expect(writeCardText(card)).toBe('AB0D-1F9H 012345');
	expect(readCardText(writeCardText(card))).toEqual(card);
});

test('every byte of chance reaches the card, and any bytes give a readable one', () => {
	for (let value = 0; value < 256; value++) {
		const drawn = drawCardText(Buffer.alloc(CARD_BYTES, value));
		expect(readCardText(writeCardText(drawn))).toEqual(drawn);
	}
	const base = Buffer.alloc(CARD_BYTES);
	const texts = Array.from({ length: CARD_BYTES }, (_, i) => {
		const bytes = Buffer.from(base);
		bytes[i] = 1;
		return writeCardText(drawCardText(bytes));
	});
	expect(new Set(texts).size).toBe(CARD_BYTES);
});
