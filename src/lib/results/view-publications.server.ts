import { findContest } from '#lib/contest/contests.reads.server.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listPublications, type PublicationHead } from './publications.reads.server.ts';
import { refuse, type ResultsRefusal } from './refusals.ts';
import type { ViewPublications } from './view-publication.schema.ts';

/** Every frozen version of a contest and its rounds, newest first; everyone may look. */
export async function viewPublications(
	ctx: ReadContext,
	{ contestCode }: ViewPublications
): Promise<Outcome<readonly PublicationHead[], ResultsRefusal>> {
	if ((await findContest(ctx.db, contestCode)) === undefined) return refuse('not-found');
	return ok(await listPublications(ctx.db, contestCode));
}
