import { asNobody, asOperator, asPerson, play } from './demo-caller.ts';
import { setUpAccount } from '#lib/identity/set-up-account.server.ts';
import type { Role } from '#lib/identity/roles.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { createAccount } from '#lib/people/create-account.server.ts';
import { giveConsent } from '#lib/people/give-consent.server.ts';
import { issueUnitCards } from '#lib/people/issue-cards.server.ts';
import { listConsentStandings } from '#lib/people/consents.reads.server.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import { addPost } from '#lib/units/add-post.server.ts';

/** The demo's ways in, made by chance for each instance. */
export interface DemoAccess {
	/** A card of a pupil who may start `w2-mo`. */
	readonly card: string;
	readonly accounts: readonly {
		readonly role: StaffRole;
		readonly username: string;
		readonly password: string;
	}[];
}

type StaffRole = Exclude<Role, 'contestant'>;

/** Who has an account in the demo, with the units each works for. */
const STAFF: readonly {
	readonly role: StaffRole;
	readonly username: string;
	readonly units: readonly [string, ...string[]];
}[] = [
	{
		role: 'organiser',
		username: 'ban-to-chuc',
		units: ['thanh-pho-hai-phong', 'thanh-doan-hai-phong']
	},
	{ role: 'school-head', username: 'hieu-truong', units: ['thcs-tien-hai'] },
	{ role: 'official', username: 'can-bo', units: ['viet-nam', 'thanh-doan-hai-phong'] }
];
const PUPILS = 'thcs-tran-phu-8a1';

export async function openAccess(door: Door, at: Instant): Promise<DemoAccess> {
	// The first account of an instance is an administrator's; the demo's has no password and opens nothing.
	await play(asOperator(door, at), createAccount, {
		role: 'administrator',
		unitKey: null,
		username: 'quan-tri'
	});
	const accounts = [];
	for (const { role, username, units } of STAFF) {
		const password = door.random.bytes(9).toString('base64url');
		const [unitKey, ...others] = units;
		const made = await play(asOperator(door, at), createAccount, { role, unitKey, username });
		const token = made.setUpPath.split('/').at(-1) ?? '';
		await play(asNobody(door, at), setUpAccount, { token, password });
		for (const other of others)
			await play(asOperator(door, at), addPost, {
				accountId: made.accountId,
				role,
				unitKey: other
			});
		accounts.push({ role, username, password });
	}
	return { card: await openCard(door, at), accounts };
}

/** A card whose pupil has the guardian's yes on the class list and says their own here. */
async function openCard(door: Door, at: Instant): Promise<string> {
	const { cards } = await play(asOperator(door, at), issueUnitCards, {
		unitKey: PUPILS,
		reissue: false
	});
	const ids = cards.map(({ personId }) => personId);
	const standings = await listConsentStandings(door.connections.read, ids, at);
	const pupil = cards.find(
		({ personId }) => !standings.get(personId)?.purposes.take_part.missing.includes('guardian')
	);
	if (!pupil) throw new Error('no pupil of the demo has a guardian’s consent');
	await play(asPerson(door, pupil.personId, at), giveConsent, { purposes: { take_part: true } });
	return pupil.card;
}
