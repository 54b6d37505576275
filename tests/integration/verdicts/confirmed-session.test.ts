import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmActivity } from '#lib/activities/confirm-activity.server.ts';
import { recordActivitySchema } from '#lib/activities/record-activity.schema.ts';
import { recordActivity } from '#lib/activities/record-activity.server.ts';
import { operator, type Actor } from '#lib/identity/actor.ts';
import { day, instant, type Instant } from '#lib/kernel/instant.ts';
import { viewIndicators } from '#lib/verdicts/view-indicators.server.ts';
import { asActor } from '#tests/support/contexts.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { demoDatabase } from '#tests/support/demo.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

const SCHOOL = 'thpt-nguyen-cong-tru';
const IN_DECEMBER = instant('2024-12-20T03:00:00.000Z');

let database: TestDatabase;
let head: Actor;
beforeAll(async () => {
	database = await demoDatabase();
	const { id } = await database.connections.read
		.selectFrom('account')
		.select('id')
		.where('username', '=', 'hieu-truong')
		.executeTakeFirstOrThrow();
	const posts = [{ role: 'school-head' as const, unitKey: SCHOOL }];
	head = { kind: 'account', accountId: id, personId: null, posts };
}, 180_000);
afterAll(() => database.close());

async function i1() {
	const outcome = await asActor(database.connections, operator, WORLD_NOW).view(viewIndicators, {
		...{ code: 'thai-binh-2023-2025', 'as-of': day('2024-12-31'), reading: 'as-was' as const }
	});
	if (!outcome.ok) throw new Error(outcome.refusal.code);
	const found = outcome.value.indicators.find(({ code }) => code === 'I1');
	const why = found?.units.find(({ key }) => key === SCHOOL)?.why;
	return `${found?.numerator}/${found?.denominator} ${found?.verdict}, ${why}`;
}

async function held(at: Instant, heldOn: string) {
	const input = recordActivitySchema.parse({
		...{ unitKey: SCHOOL, kind: 'ngoai_khoa', heldOn, title: 'Ngoại khóa: Công dân số' },
		...{ classes: '10A1; 10A2', people: '84', evidence: 'Biên bản và ảnh' }
	});
	const outcome = await asActor(database.connections, head, at).run(recordActivity, input);
	if (!outcome.ok) throw new Error(outcome.refusal.code);
	return outcome.value;
}

test('a session that the head records and confirms brings I1 from one to two of three: half is met', async () => {
	expect(await i1()).toBe('1/3 not_met, nothing');
	const session = await held(IN_DECEMBER, '2024-12-18');
	expect(await i1()).toBe('1/3 not_met, not-confirmed');
	const confirmed = await asActor(database.connections, head, IN_DECEMBER).run(
		confirmActivity,
		session
	);
	expect(confirmed.ok).toBe(true);
	expect(await i1()).toBe('2/3 met, session');
});
