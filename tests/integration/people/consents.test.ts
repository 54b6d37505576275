import { afterAll, expect, test } from 'vitest';
import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import { addMs } from '#lib/kernel/instant.ts';
import { listConsentStandings } from '#lib/people/consents.reads.server.ts';
import { giveConsent } from '#lib/people/give-consent.server.ts';
import { recordGuardianConsent } from '#lib/people/record-guardian-consent.server.ts';
import { viewMe } from '#lib/people/view-me.server.ts';
import { viewSlip } from '#lib/people/view-slip.server.ts';
import { asActor } from '#tests/support/contexts.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';
import { aList, loadRoster, loadUnits, personIdOf } from './roster-world.ts';

const database = await freshDatabase();
const { connections } = database;
afterAll(() => database.close());
await loadUnits(connections);
await loadRoster(
	connections,
	aList(
		'Bé An,2012,8A,AN,Trường THCS Bắc Sơn,Học sinh,,',
		'Bé Bình,2012,8A,BINH,Trường THCS Bắc Sơn,Học sinh,,',
		'Cô Chi,1990,,CHI,Trường THCS Bắc Sơn,CBCCVC,,',
		'Bé Dũng,2012,8A,DUNG,Trường THCS Bắc Sơn,Học sinh,Có,'
	)
);

async function personOf(code: string): Promise<Actor & { personId: string }> {
	const id = await personIdOf(connections, code);
	return { kind: 'account', accountId: id, personId: id, posts: [] };
}
function staff(role: 'school-head' | 'official', unitKey: string): Actor {
	return { ...anonymous, kind: 'account', accountId: null, posts: [{ role, unitKey }] };
}
const as = (actor: Actor, at = WORLD_NOW) => asActor(connections, actor, at);
const countRows = async (personId: string) =>
	(
		await connections.read
			.selectFrom('consent')
			.selectAll()
			.where('personId', '=', personId)
			.execute()
	).length;

test('a child and the guardian agree apart; both together let the child take part', async () => {
	const an = await personOf('AN');
	const own = await as(an).run(giveConsent, { purposes: { take_part: true, publish: false } });
	expect(own).toMatchObject({
		ok: true,
		value: {
			guardianNeeded: true,
			purposes: { take_part: { given: false, missing: ['guardian'] } }
		}
	});
	const paper = await as(staff('school-head', 'thcs-bac-son')).run(recordGuardianConsent, {
		personCode: 'AN',
		purposes: { take_part: true },
		guardianName: 'Nguyễn Văn Cha',
		guardianRelation: 'cha'
	});
	expect(paper).toMatchObject({ value: { purposes: { take_part: { given: true, missing: [] } } } });
	const rows = await connections.read
		.selectFrom('consent')
		.select(['givenBy', 'channel', 'guardianName', 'guardianRelation', 'recordedBy'])
		.where('personId', '=', an.personId)
		.orderBy('givenBy')
		.execute();
	expect(rows).toEqual([
		{
			givenBy: 'child',
			channel: 'web',
			guardianName: null,
			guardianRelation: null,
			recordedBy: an.personId
		},
		{
			givenBy: 'guardian',
			channel: 'paper',
			guardianName: 'Nguyễn Văn Cha',
			guardianRelation: 'cha',
			recordedBy: null
		}
	]);
});

test('saying yes again records nothing new; a no withdraws, and a new yes stands again', async () => {
	const chi = await personOf('CHI');
	const say = (publish: boolean, ms: number) =>
		as(chi, addMs(WORLD_NOW, ms)).run(giveConsent, { purposes: { publish } });
	const given = async (ms: number, publish: boolean) => {
		const outcome = await say(publish, ms);
		return outcome.ok && outcome.value.purposes.publish.given;
	};
	expect(await given(0, true)).toBe(true);
	expect(await given(1, true)).toBe(true);
	expect(await countRows(chi.personId)).toBe(1);
	expect(await given(2, false)).toBe(false);
	expect(await given(3, false)).toBe(false);
	expect(await given(4, true)).toBe(true);
	const standings = await listConsentStandings(
		connections.read,
		[chi.personId],
		addMs(WORLD_NOW, 2)
	);
	expect(standings.get(chi.personId)?.purposes.publish.given).toBe(false);
});

test('consents and withdrawals cannot be rewritten', async () => {
	for (const table of ['consent', 'consentWithdrawal'] as const)
		await expect(connections.write.deleteFrom(table).execute()).rejects.toThrow(/append-only/);
});

test('a consent to a text that is no longer in force is not recorded', async () => {
	const binh = await personOf('BINH');
	const outcome = await as(binh).run(giveConsent, {
		purposes: { take_part: true },
		textVersion: '2020-01'
	});
	expect(outcome).toMatchObject({ refusal: { code: 'consent-text-changed', status: 409 } });
	expect(await countRows(binh.personId)).toBe(0);
});

test('a guardian’s consent is recorded by those who answer for the school, and by nobody else', async () => {
	const binh = await personOf('BINH');
	const ask = (actor: Actor) =>
		as(actor).run(recordGuardianConsent, {
			personCode: 'BINH',
			purposes: { take_part: true }
		});
	expect(await ask(anonymous)).toMatchObject({ refusal: { code: 'sign-in-needed' } });
	for (const actor of [
		binh,
		staff('school-head', 'thcs-tran-phu'),
		staff('official', 'thcs-bac-son')
	])
		expect(await ask(actor)).toMatchObject({ refusal: { code: 'not-found' } });
	expect(await countRows(binh.personId)).toBe(0);
	expect(await ask(operator)).toMatchObject({ ok: true });
});

test('a slip that says no ends the guardian’s yes and leaves the child’s own', async () => {
	const dung = await personOf('DUNG');
	await as(dung).run(giveConsent, { purposes: { take_part: true } });
	const no = await as(staff('school-head', 'thcs-bac-son'), addMs(WORLD_NOW, 1)).run(
		recordGuardianConsent,
		{ personCode: 'DUNG', purposes: { take_part: false } }
	);
	expect(no).toMatchObject({ value: { purposes: { take_part: { missing: ['guardian'] } } } });
});

test('a slip is found by roster code inside one’s units; elsewhere it is as if there were none', async () => {
	const see = (actor: Actor, code: string) => as(actor).view(viewSlip, { code });
	const head = staff('school-head', 'thcs-bac-son');
	expect(await see(head, 'BINH')).toMatchObject({
		value: { slip: { name: 'Bé Bình', units: ['8A'], standing: { guardianNeeded: true } } }
	});
	for (const [actor, code] of [
		[head, ''],
		[head, 'KHONG-CO'],
		[staff('school-head', 'thcs-tran-phu'), 'BINH']
	] as const)
		expect(await see(actor, code)).toEqual({ ok: true, value: { slip: null } });
	expect(await see(anonymous, 'BINH')).toMatchObject({ refusal: { code: 'sign-in-needed' } });
	for (const actor of [await personOf('BINH'), staff('official', 'thcs-bac-son')])
		expect(await see(actor, 'BINH')).toMatchObject({ refusal: { code: 'not-found' } });
});

test('who asks who they are reads name, units, and whose yes is missing', async () => {
	const binh = await personOf('BINH');
	expect(await as(binh).view(viewMe, {})).toMatchObject({
		ok: true,
		value: {
			name: 'Bé Bình',
			person: { id: binh.personId, birthYear: 2012 },
			units: [{ key: 'thcs-bac-son-8a', name: '8A', audiences: ['hs_6_9'] }],
			roles: [],
			consents: { guardianNeeded: true, textVersion: '2026-11' },
			missing: [{ purpose: 'take_part', by: 'own' }]
		}
	});
	expect(await as(anonymous).view(viewMe, {})).toMatchObject({
		refusal: { code: 'sign-in-needed', status: 401 }
	});
});

test('an account that is nobody on a roster has no consents to give', async () => {
	const actor: Actor = { ...anonymous, kind: 'account', accountId: null };
	expect(await as(actor).run(giveConsent, { purposes: { take_part: true } })).toMatchObject({
		refusal: { code: 'not-found' }
	});
	expect(await as(anonymous).run(giveConsent, { purposes: {} })).toMatchObject({
		refusal: { code: 'sign-in-needed' }
	});
});
