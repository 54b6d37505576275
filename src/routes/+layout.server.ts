import { readTextSize, textSizeCookie } from '#lib/ui/preferences.ts';
import type { LayoutServerLoad } from './$types';
import { isDesk, sectionsFor } from './nav.ts';

/** What every page knows of its reader. Names are shown by pages that look them up. */
export const load: LayoutServerLoad = ({ locals, cookies, url }) => {
	const { actor, language, theme, demo, support } = locals;
	return {
		language,
		theme,
		size: readTextSize(cookies.get(textSizeCookie)),
		demo,
		support,
		actor: {
			signedIn: actor.kind !== 'anonymous',
			name: null as string | null,
			roles: [...new Set(actor.posts.map((post) => post.role))],
			isPupil: actor.personId !== null
		},
		sections: sectionsFor(actor, url.pathname),
		desk: isDesk(url.pathname)
	};
};
