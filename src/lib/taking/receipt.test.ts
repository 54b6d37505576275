import { expect, test } from 'vitest';
import { readReceipt, receiptOf } from './receipt.ts';

test('a receipt is KB and 60 random bits in groups of four', () => {
	expect(receiptOf(new Uint8Array(8))).toBe('KB-0000-0000-0000');
	expect(receiptOf(new Uint8Array(8).fill(255))).toBe('KB-ZZZZ-ZZZZ-ZZZZ');
	expect(receiptOf(Uint8Array.of(0, 0, 0, 0, 0, 0, 4, 34))).toBe('KB-0000-0000-0112');
});

test.each([
	['KB-7F3K-Q92M-X8TD', 'KB-7F3K-Q92M-X8TD'],
	['kb 7f3k q92m x8td', 'KB-7F3K-Q92M-X8TD'],
	['kb7f3kq92mx8td', 'KB-7F3K-Q92M-X8TD'],
	['KB-OIL1-Q92M-X8TD', 'KB-0111-Q92M-X8TD'],
	['KB-7F3K-Q92M', null],
	['7F3K-Q92M-X8TD', null],
	['KB-7F3U-Q92M-X8TD', null],
	['', null]
])('a typed receipt %j is read as %j', (typed, expected) => {
	expect(readReceipt(typed)).toBe(expected);
});
