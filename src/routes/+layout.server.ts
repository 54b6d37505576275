import { viewReaderName } from '#lib/people/view-reader-name.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { readTextSize, textSizeCookie } from '#lib/ui/preferences.ts';
import type { LayoutServerLoad } from './$types';
import { isDesk, sectionsFor } from './nav.ts';

/** What every page knows of its reader. A taking page shows no masthead, so it does not ask for the name. */
export const load: LayoutServerLoad = async (event) => {
	const { locals, cookies, url } = event;
	const { actor, language, theme, demo, support } = locals;
	const named = actor.kind === 'account' && !url.pathname.startsWith('/lam-bai');
	return {
		language,
		theme,
		size: readTextSize(cookies.get(textSizeCookie)),
		demo,
		support,
		actor: {
			signedIn: actor.kind !== 'anonymous',
			name: named ? await runLoad(event, viewReaderName, {}) : null,
			roles: [...new Set(actor.posts.map((post) => post.role))],
			isPupil: actor.personId !== null
		},
		sections: sectionsFor(actor, url.pathname),
		desk: isDesk(url.pathname)
	};
};
