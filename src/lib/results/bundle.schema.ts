import { z } from 'zod';
import { fraction } from '#lib/kernel/fraction.ts';
import { epochMs, readInstant } from '#lib/kernel/instant.ts';
import { isStorable } from '#lib/kernel/text.ts';
import { keysOf, type BoardKind } from '#lib/standings/ranking-keys.ts';

// The shapes of contract §4, for both forms. What recompute does not read may hold anything or be absent.

const unread = z.unknown().optional();

function expecting(expected: string) {
	return { params: { expected } };
}

const id = z.string().min(1).refine(isStorable, expecting('id'));
const count = z.int().min(0);
const moment = z
	.string()
	.refine((text) => readInstant(text) !== undefined, expecting('ISO 8601 + offset'))
	.transform((text) => {
		const at = readInstant(text);
		return at === undefined ? NaN : epochMs(at);
	});

const whole = z.union([count, z.string().regex(/^\d{1,100}$/)]).transform(BigInt);
export const share = z
	.tuple([whole, whole])
	.refine(([, d]) => d > 0n, expecting('[n, d], d > 0'))
	.transform(([n, d]) => (d > 0n ? fraction(n, d) : fraction(0)));

function chain(board: BoardKind) {
	return z.array(z.tuple([z.enum(keysOf(board)), z.enum(['asc', 'desc'])])).min(1);
}

const prize = z.strictObject({
	id,
	on: id,
	group: id.nullish().transform((group) => group ?? null),
	title: unread,
	quota: count,
	minScore: count.nullish().transform((least) => least ?? 0),
	points: count.nullish().transform((points) => points ?? 0),
	tie: z.enum(['co_award', 'draw']),
	scope: id,
	reward: unread
});

const band = z.strictObject({ below: count.nullable(), gate: share.nullable() });

const collective = z
	.strictObject({
		formula: z.enum(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7']),
		gate: share.nullish().transform((gate) => gate ?? null),
		weights: z
			.tuple([share, share])
			.nullish()
			.transform((weights) => weights ?? null),
		minHeadcount: count.nullish().transform((least) => least ?? null),
		k: z.int().min(1).nullish(),
		bands: z.array(band).nullish(),
		tieBreak: z
			.array(z.enum(['rate', 'headcount', 'participants']))
			.nullish()
			.transform((keys) => keys ?? [])
	})
	.nullish()
	.transform((rules) => rules ?? null);

const rules = z.strictObject({
	durationSeconds: z.int().min(1),
	attemptsMax: z.int().min(1),
	select: z.enum(['best', 'last', 'first']),
	grace: unread,
	prediction: z
		.strictObject({
			quantity: z.enum(['ALL_CORRECT_PEOPLE', 'PARTICIPANTS', 'ATTEMPTS']),
			rule: z.enum(['abs', 'not_over'])
		})
		.nullish()
		.transform((prediction) => prediction ?? null),
	ranking: z.strictObject({ round: chain('round'), final: chain('final') }),
	onlyAllCorrect: z.boolean(),
	prizes: z.array(prize),
	scopes: z.record(z.string(), z.enum(['first', 'highest'])),
	prizeShareCap: share.nullish(),
	collective,
	showAnswers: unread,
	showScore: unread,
	passShare: unread,
	appealWorkingDays: unread,
	networkAllowanceMs: unread,
	cooldownSeconds: unread,
	minAge: unread,
	maxAge: unread,
	quietHours: unread,
	boardFreezeMinutes: unread,
	advancement: unread
});

const draw = z
	.strictObject({
		commitment: z.string().refine((text) => /^[0-9a-f]{64}$/i.test(text), expecting('sha256 hex')),
		seed: z
			.string()
			.refine((text) => /^([0-9a-f]{2})+$/i.test(text), expecting('hex'))
			.nullish()
			.transform((seed) => seed ?? null)
	})
	.nullish()
	.transform((draw) => draw ?? null);

const round = z.strictObject({
	id,
	title: unread,
	opensAt: moment,
	closesAt: moment,
	maxScore: z.int().min(1),
	draw
});

const unit = z.strictObject({
	id,
	parentId: id.nullable(),
	title: unread,
	ranked: z.boolean(),
	league: z.string().refine(isStorable, expecting('text')).nullable(),
	headcount: count.nullable()
});

const common = {
	format: z.literal('khoabang.publication/1'),
	version: z.int().min(1),
	contest: z.strictObject({ code: id, title: unread, timeZone: unread, rosterHash: unread }),
	rules,
	groups: z.array(z.strictObject({ id, title: unread })),
	rounds: z.array(round),
	units: z.array(unit)
};

/** contest.json but for its people, who are read by person-fields.ts. */
export const contestSchema = z.strictObject({
	...common,
	form: z.enum(['full', 'public']),
	people: z.array(z.unknown())
});
export type ContestFrame = z.output<typeof contestSchema>;
export type BundleRules = z.output<typeof rules>;
export type BundlePrize = z.output<typeof prize>;
