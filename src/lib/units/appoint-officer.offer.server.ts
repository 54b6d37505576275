import type { WriteDb } from '#lib/server/db/client.ts';
import { insertPost, type NewPost } from './posts.writes.server.ts';

/** Gives an account a role at a unit from a day on; holding it already is left as it is. */
export async function appointOfficer(tx: WriteDb, post: NewPost): Promise<void> {
	await insertPost(tx, post);
}
