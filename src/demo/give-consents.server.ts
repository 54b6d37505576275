import { asOperator, asPerson, play } from './demo-caller.ts';
import { listEntries } from '#lib/contest/entries.reads.server.ts';
import { instant } from '#lib/kernel/instant.ts';
import { seededDraws } from '#lib/kernel/random.ts';
import { giveConsent } from '#lib/people/give-consent.server.ts';
import { listPeople } from '#lib/people/people.reads.server.ts';
import { recordGuardianConsent } from '#lib/people/record-guardian-consent.server.ts';
import type { Door } from '#lib/server/door/run.server.ts';

const at = instant('2026-10-01T02:00:00Z');

/**
 * The people of a contest agree to take part, two in three also that their name is published; under 16 the
 * guardian agrees to the same on paper.
 */
export async function giveConsents(door: Door, contestCode: string): Promise<void> {
	const read = door.connections.read;
	const entries = await listEntries(read, contestCode);
	for (const person of await listPeople(
		read,
		entries.map(({ personId }) => personId)
	)) {
		const publishes = seededDraws(Buffer.from('khoabang demo consent'), person.code)(3) < 2;
		const purposes = { take_part: true, ...(publishes ? { publish: true } : {}) };
		const standing = await play(asPerson(door, person.id, at), giveConsent, { purposes });
		if (standing.guardianNeeded)
			await play(asOperator(door, at), recordGuardianConsent, {
				personCode: person.code,
				purposes
			});
	}
}
