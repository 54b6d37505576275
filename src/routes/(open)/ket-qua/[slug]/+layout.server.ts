import { error } from '@sveltejs/kit';
import { refusalSentence } from '#lib/messages/refusal-words.ts';
import { viewPublications } from '#lib/results/view-publications.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { refuse } from '#lib/standings/refusals.ts';
import { viewContestBoards } from '#lib/standings/view-contest-boards.server.ts';
import { boardAsked } from '../board-asked.ts';
import type { LayoutServerLoad } from './$types';

/** What all boards of a contest share: the contest, the round asked for, and what is published of it. */
export const load: LayoutServerLoad = async (event) => {
	const code = event.params.slug;
	const contest = await runLoad(event, viewContestBoards, { code });
	const publications = await runLoad(event, viewPublications, { contestCode: code });
	const asked = boardAsked(contest.rounds, event.url.searchParams.get('round'));
	if (asked === null) {
		const { refusal } = refuse('not-found');
		const message = refusalSentence(refusal, event.locals.language);
		error(refusal.status, { code: refusal.code, message });
	}
	const key = asked.isFinal ? null : asked.round.key;
	const published = publications.find(({ roundKey }) => roundKey === key) ?? null;
	return { at: event.locals.at, contest, publications, asked, published };
};
