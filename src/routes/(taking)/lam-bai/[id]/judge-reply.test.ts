import { expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import { judgeReply } from './judge-reply.ts';

const at = instant('2026-10-06T02:00:00.000Z');
const saved = { clientSeq: 3, savedAt: at, deadline: at, serverTime: at };
const about = (pointer: string) => ({ type: '/problems/invalid', errors: [{ pointer }] });

test.each([
	[200, saved, { kind: 'saved', ...saved }],
	[202, { late: 1 }, { kind: 'late' }],
	[409, { type: '/problems/continued-elsewhere' }, { kind: 'elsewhere' }],
	[409, { type: '/problems/attempt-ended' }, { kind: 'ended' }],
	[422, about('/response'), { kind: 'refused' }],
	[422, about('/response/a'), { kind: 'refused' }],
	[422, about('/path/position'), { kind: 'refused' }],
	[422, about('/responses/0/response'), { kind: 'refused' }]
] as const)('a reply of %i %j settles an answer', (status, body, answer) => {
	expect(judgeReply(status, body)).toEqual(answer);
});

test.each([
	[null, {}, 'offline'],
	[401, { type: '/problems/sign-in-needed' }, 'signed-out'],
	[404, { type: '/problems/not-found' }, 'signed-out'],
	[403, { type: '/problems/foreign-origin' }, 'not-taken'],
	[409, {}, 'not-taken'],
	[413, {}, 'not-taken'],
	[422, about('/writer'), 'not-taken'],
	[422, {}, 'not-taken'],
	[429, {}, 'busy'],
	[500, {}, 'busy'],
	[503, { type: '/problems/busy' }, 'busy'],
	[200, {}, 'not-taken']
] as const)('a reply of %s %j leaves the answer on the device: %s', (status, body, trouble) => {
	expect(judgeReply(status, body)).toEqual({ kind: 'waits', trouble });
});
