import { apiDocument } from './document.ts';
import { API_BASE } from './operations.ts';
import { readableCalls } from './readable-calls.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	base: API_BASE,
	groups: readableCalls(apiDocument(locals.language))
});
