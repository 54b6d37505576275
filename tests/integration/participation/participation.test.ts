import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import type { Role } from '#lib/identity/roles.ts';
import { addDays, addMs, day, dayOf, type Instant } from '#lib/kernel/instant.ts';
import { measures } from '#lib/participation/measures.ts';
import {
	viewParticipation,
	type Participation,
	type ParticipationRow
} from '#lib/participation/view-participation.server.ts';
import {
	viewParticipationSchema,
	type ViewParticipation
} from '#lib/participation/view-participation.schema.ts';
import { viewReadableUnits } from '#lib/participation/view-readable-units.server.ts';
import { viewUnitContests } from '#lib/participation/view-unit-contests.server.ts';
import { readings } from '#lib/units/lineage.ts';
import { asActor } from '#tests/support/contexts.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { demoDatabase } from '#tests/support/demo.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

// Counted by hand from results-w2.ndjson and roster.csv: 107 attempts of 102 people, 170 pupils on the lists.

const W1 = 'w1-doan-vien-cds-2026';
const W2 = 'w2-thcs-cds-2024';
const W3 = 'w3-tam-ky-2024';
const W4 = 'w4-cbccvc-tam-ky-2024';

let database: TestDatabase;
beforeAll(async () => {
	database = await demoDatabase();
}, 180_000);
afterAll(() => database.close());

const as = (actor: Actor, at = WORLD_NOW) => asActor(database.connections, actor, at);

function holding(role: Role, unitKey: string): Actor {
	return { kind: 'account', accountId: null, personId: null, posts: [{ role, unitKey }] };
}

type Asked = Partial<ViewParticipation> & Pick<ViewParticipation, 'code'>;

async function figures(asked: Asked): Promise<Participation> {
	const outcome = await as(operator).view(viewParticipation, { reading: 'as-was', ...asked });
	if (!outcome.ok) throw new Error(outcome.refusal.code);
	return outcome.value;
}

/** registered, completed, passed, perfect, attempts; the rate and the coverage where there is one. */
function brief({ registered, completed, passed, perfect, attempts, ...row }: ParticipationRow) {
	const rate = row.rate ? row.rate.join('/') : 'no rate';
	const counts = [registered, completed, passed, perfect, attempts].join(' ');
	return `${counts}; ${rate}, ${row.coverage.join('/')}`;
}

const briefs = ({ rows }: Participation) =>
	Object.fromEntries(
		rows.filter(({ registered }) => registered !== 0).map((row) => [row.key, brief(row)])
	);

describe('W2, the pupils of Kiến An in 2024', () => {
	const endOf2024 = { code: W2, 'as-of': day('2024-12-31') };

	test('by ward of that time', async () => {
		expect(briefs(await figures({ ...endOf2024, unit: 'quan-kien-an' }))).toEqual({
			'quan-kien-an': '170 102 82 3 107; 102/878, 3/4',
			'phuong-van-dau': '111 62 53 3 64; 62/612, 1/1',
			'phuong-bac-son': '31 27 23 0 29; 27/25, 1/1',
			'phuong-ngoc-son': '28 13 6 0 14; 13/241, 1/1'
		});
	});

	test('by ward of today: the merged wards hold what the old ones did', async () => {
		const now = await figures({
			...{ ...endOf2024, unit: 'thanh-pho-hai-phong', reading: 'as-now' }
		});
		expect(briefs(now)).toEqual({
			'thanh-pho-hai-phong': '170 102 82 3 107; 102/878, 3/4',
			'phuong-kien-an': '111 62 53 3 64; 62/612, 1/2',
			'phuong-phu-lien': '59 40 29 0 43; 40/266, 2/2'
		});
	});

	test('by school, as its education office had them', async () => {
		expect(briefs(await figures({ ...endOf2024, unit: 'phong-gddt-kien-an' }))).toEqual({
			'phong-gddt-kien-an': '170 102 82 3 107; 102/878, 3/4',
			'thcs-tran-phu': '111 62 53 3 64; 62/612, 1/1',
			'thcs-bac-son': '31 27 23 0 29; 27/25, 1/1',
			'ththcs-ngoc-son': '28 13 6 0 14; 13/241, 1/1'
		});
	});

	test('by class', async () => {
		expect(briefs(await figures({ ...endOf2024, unit: 'thcs-tran-phu' }))).toEqual({
			'thcs-tran-phu': '111 62 53 3 64; 62/612, 1/1',
			'thcs-tran-phu-8a1': '38 21 19 1 21; no rate, 0/0',
			'thcs-tran-phu-8a2': '37 21 19 2 21; no rate, 0/0',
			'thcs-tran-phu-9a1': '36 20 15 0 22; no rate, 0/0'
		});
	});

	test('before the first round everybody is registered and nobody has begun', async () => {
		const before = await figures({ code: W2, unit: 'quan-kien-an', 'as-of': day('2024-10-06') });
		expect(before.rows[0]).toMatchObject({
			registered: 170,
			started: 0,
			completed: 0,
			attempts: 0
		});
	});

	test('a district that has closed is asked as on its last day, and the answer says since when', async () => {
		const after = await figures({ code: W2, unit: 'quan-kien-an', 'as-of': day('2026-06-30') });
		expect(after.unitClosedOn).toBe('2025-07-01');
		expect(after.rows.map(({ key }) => key)).toEqual(
			(await figures({ ...endOf2024, unit: 'quan-kien-an' })).rows.map(({ key }) => key)
		);
		expect(after.rows[0]).toMatchObject({ registered: 170, completed: 102 });
	});
});

test('W4: 27 of 34 officials of Tam Kỳ took part, 24 passed', async () => {
	const w4 = await figures({ code: W4, unit: 'thanh-pho-tam-ky', 'as-of': day('2024-12-31') });
	expect(w4.rows[0]).toMatchObject({
		...{ completed: 27, passed: 24, attempts: 29, headcount: 34, rate: [27, 34] }
	});
});

describe('sums', () => {
	test.each(
		[W1, W2, W3, W4].flatMap((code) => readings.map((reading) => [code, reading] as const))
	)('%s, %s: the root is the sum of its children in every measure', async (code, reading) => {
		const [root, ...children] = (
			await figures({ code, unit: 'viet-nam', reading, 'as-of': day('2026-11-04') })
		).rows;
		expect(root?.completed).toBeGreaterThan(0);
		for (const measure of measures)
			expect(children.reduce((sum, row) => sum + (row[measure] ?? NaN), 0)).toBe(root?.[measure]);
	});

	test('at the root every day and contest gives the same figures as-was and as-now', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(W1, W2, W3, W4),
				fc.integer({ min: 0, max: 780 }).map((days) => addDays(day('2024-09-15'), days)),
				async (code, asOf) => {
					const rootOf = async (reading: (typeof readings)[number]) => {
						const { rows } = await figures({ code, unit: 'viet-nam', reading, 'as-of': asOf });
						return measures.map((measure) => rows[0]?.[measure]);
					};
					expect(await rootOf('as-now')).toEqual(await rootOf('as-was'));
				}
			),
			{ numRuns: 25 }
		);
	});
});

describe('who may see what', () => {
	const head = holding('school-head', 'thcs-tran-phu');
	const status = async (actor: Actor, unit: string, code = W2) => {
		const outcome = await as(actor).view(viewParticipation, { code, unit, reading: 'as-was' });
		return outcome.ok ? 200 : outcome.refusal.status;
	};
	const pageStatus = async (actor: Actor, unit: string) => {
		const outcome = await as(actor).view(viewUnitContests, { unit });
		return outcome.ok ? 200 : outcome.refusal.status;
	};

	test.each([
		['own school', head, 'thcs-tran-phu', 200],
		['own class', head, 'thcs-tran-phu-8a1', 200],
		['another school', head, 'thcs-bac-son', 404],
		['the ward above', head, 'phuong-kien-an', 404],
		['no such unit', operator, 'khong-co', 404],
		['nobody', anonymous, 'thcs-tran-phu', 401]
	])('%s', async (_name, actor, unit, expected) => {
		expect([await status(actor, unit), await pageStatus(actor, unit)]).toEqual([
			...[expected, expected]
		]);
	});

	test('a district that has closed is for who held its last day, not for a former parent of a ward', async () => {
		const official = holding('official', 'quan-kien-an');
		expect(await status(official, 'quan-kien-an')).toBe(200);
		expect(await status(official, 'phuong-van-dau')).toBe(200);
		expect(await status(official, 'thcs-tran-phu')).toBe(404);
	});

	test('the day asked of opens nothing: posts are looked at today', async () => {
		const official = holding('official', 'quan-kien-an');
		const asked = viewParticipationSchema.parse({
			...{ code: W2, unit: 'thcs-tran-phu', 'as-of': '2024-12-31', today: '2025-06-30' }
		});
		expect(asked).not.toHaveProperty('today');
		for (const input of [asked, { ...asked, today: day('2025-06-30') }])
			expect(await as(official).view(viewParticipation, input)).toMatchObject({
				refusal: { status: 404 }
			});
	});

	test('a contest that does not exist', async () => {
		expect(await status(operator, 'thcs-tran-phu', 'khong-co')).toBe(404);
	});
});

describe('a contest published as a whole', () => {
	const seenBy = async (actor: Actor, unit: string, more: Partial<ViewParticipation> = {}) => {
		const input = { code: W4, unit, reading: 'as-was', ...more } as const;
		const outcome = await as(actor).view(viewParticipation, input);
		if (!outcome.ok) throw new Error(outcome.refusal.code);
		return outcome.value;
	};

	test('is open to everybody, up to today whatever day they ask for', async () => {
		const early = { 'as-of': day('2024-10-08') };
		const stranger = holding('school-head', 'thcs-tran-phu');
		for (const actor of [anonymous, stranger]) {
			const all = await seenBy(actor, 'thanh-pho-tam-ky', early);
			expect(all.asOf).toBe(dayOf(WORLD_NOW));
			expect(all.rows[0]).toMatchObject({ registered: 30, completed: 27, rate: [27, 34] });
		}
		const post = holding('official', 'thanh-pho-tam-ky');
		expect((await seenBy(post, 'thanh-pho-tam-ky', early)).asOf).toBe('2024-10-08');
	});

	test('tells everybody no count of one to four people; who has a post there sees them', async () => {
		const countsFor = async (actor: Actor) =>
			(await seenBy(actor, 'thanh-pho-tam-ky')).rows.flatMap((row) =>
				measures.map((measure) => row[measure])
			);
		const isSmall = (count: number | null) => count !== null && count > 0 && count < 5;
		expect((await countsFor(operator)).filter(isSmall)).not.toEqual([]);
		expect((await countsFor(anonymous)).filter(isSmall)).toEqual([]);
	});
});

describe('while people predict how many will have full marks', () => {
	const rootAt = async (at: Instant) => {
		const input = { code: 'w1-mo', unit: 'viet-nam', reading: 'as-was' } as const;
		const outcome = await as(operator, at).view(viewParticipation, input);
		return outcome.ok ? outcome.value.rows[0] : outcome.refusal.code;
	};

	test('nobody sees that number, the operator neither, until the round has closed', async () => {
		expect(await rootAt(addMs(WORLD_NOW, 60_000))).toMatchObject({ perfect: null, completed: 0 });
		expect(await rootAt(addMs(WORLD_NOW, 61 * 86_400_000))).toMatchObject({ perfect: 0 });
	});
});

describe('where participation begins', () => {
	const units = async (actor: Actor) => {
		const outcome = await as(actor).view(viewReadableUnits, {});
		return outcome.ok ? outcome.value.units.map(({ key }) => key) : outcome.refusal.status;
	};

	test('at the units of one’s posts, closed ones too', async () => {
		expect(await units(holding('school-head', 'thcs-tran-phu'))).toEqual(['thcs-tran-phu']);
		expect(await units(holding('official', 'quan-kien-an'))).toEqual(['quan-kien-an']);
	});

	test('at the units above all others for who works for the whole instance', async () => {
		expect(await units(operator)).toEqual(['trung-uong-doan', 'viet-nam']);
	});

	test('nowhere for who has no such post', async () => {
		expect(await units(holding('author', 'viet-nam'))).toBe(404);
		expect(await units(anonymous)).toBe(401);
	});
});

describe('the contests of a unit', () => {
	const contestsOf = async (unit: string, actor: Actor = operator, contest?: string) => {
		const outcome = await as(actor).view(viewUnitContests, { unit, contest });
		if (!outcome.ok) throw new Error(outcome.refusal.code);
		return outcome.value;
	};

	test('are those with people below it, the newest first', async () => {
		const codes = async (unit: string) => (await contestsOf(unit)).contests.map(({ code }) => code);
		expect(await codes('thcs-bac-son')).toEqual(['w2-mo', W2]);
		expect(await codes('thanh-pho-tam-ky')).toEqual([W3, W4]);
		expect(await codes('so-khcn-hai-phong')).toEqual([]);
	});

	test('begin with the day their last round closed; a closed unit is shown as it was', async () => {
		const { contests, reading } = await contestsOf('quan-kien-an');
		expect(contests.find(({ code }) => code === W2)?.asOf).toBe('2024-11-14');
		expect(reading).toBe('as-was');
		expect((await contestsOf('phuong-kien-an')).reading).toBe('as-now');
	});

	test('hold the one asked for even when nobody below is in it', async () => {
		const asked = await contestsOf('so-khcn-hai-phong', operator, W2);
		expect(asked.contests.map(({ code }) => code)).toEqual([W2]);
	});

	test('come with the way up, open only as far as the reader may go', async () => {
		const { above } = await contestsOf(
			...(['thcs-tran-phu', holding('official', 'phuong-kien-an')] as const)
		);
		expect(above.map(({ key, readable }) => `${key} ${readable}`).at(-1)).toBe(
			'phong-vhxh-phuong-kien-an true'
		);
		expect(above[0]?.readable).toBe(false);
	});
});
