import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** A contest's results begin with its units. */
export const load: PageServerLoad = ({ params, url }) => {
	redirect(307, `/ket-qua/${encodeURIComponent(params.slug)}/don-vi${url.search}`);
};
