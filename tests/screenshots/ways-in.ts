import type { Connections } from '#lib/server/db/client.ts';
import type { DemoAccess } from '#src/demo/open-access.server.ts';
import { issueDemoCards, MEMBERS, NEWCOMERS } from '../support/demo-cards.ts';
import type { Credentials } from '../support/visit.ts';
import type { Who } from './screens.ts';

/** What to sign in with as somebody of the screens; a member is another person at every call. */
export type WayIn = (who: Who) => Credentials;

export async function waysIn(connections: Connections, access: DemoAccess): Promise<WayIn> {
	const [newcomer = ''] = await issueDemoCards(connections, NEWCOMERS);
	const members = (await issueDemoCards(connections, MEMBERS)).values();
	return (who) => {
		if (who === 'pupil') return { card: access.card };
		if (who === 'newcomer') return { card: newcomer };
		if (who === 'member') return { card: members.next().value ?? '' };
		const account = access.accounts.find(({ role }) => role === who);
		if (!account) throw new Error(`the demo has no ${who}`);
		return account;
	};
}
