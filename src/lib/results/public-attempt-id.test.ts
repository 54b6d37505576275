import { expect, test } from 'vitest';
import { uuidV7 } from '#lib/server/random.ts';
import { publicAttemptId } from './public-attempt-id.ts';

const secret = Buffer.alloc(32, 1);
const idAt = (ms: number) => uuidV7(ms, new Uint8Array(10));

test('the public id of an attempt is steady, and another under another secret', () => {
	const id = publicAttemptId(secret, idAt(1));
	expect(id).toMatch(/^[0-9a-f]{32}$/);
	expect(publicAttemptId(secret, idAt(1))).toBe(id);
	expect(publicAttemptId(Buffer.alloc(32, 2), idAt(1))).not.toBe(id);
});

test('attempts that start one after another are in no order by their public ids', () => {
	const ids = Array.from({ length: 32 }, (_, second) =>
		publicAttemptId(secret, idAt(1_791_000_000_000 + second * 1000))
	);
	expect(new Set(ids).size).toBe(32);
	expect(ids.toSorted()).not.toEqual(ids);
	expect(new Set(ids.map((id) => id.slice(0, 6))).size).toBeGreaterThan(30);
});
