import type { Role } from '#lib/identity/roles.ts';
import type { Day } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';

export interface NewPost {
	readonly accountId: string;
	readonly role: Role;
	/** null: the whole instance, for the administrator only. */
	readonly unitKey: string | null;
	readonly from: Day;
}

/** Adds the post, unless the account already holds it on some of its days. */
export async function insertPost(tx: WriteDb, post: NewPost): Promise<void> {
	await tx
		.insertInto('post')
		.values({
			accountId: post.accountId,
			role: post.role,
			unitKey: post.unitKey,
			validFrom: post.from
		})
		.onConflict((conflict) => conflict.constraint('post_once').doNothing())
		.execute();
}
