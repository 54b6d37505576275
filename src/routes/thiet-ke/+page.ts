import type { PageLoad } from './$types';

/** The dialog is drawn open when the link asks for it, so it works without JavaScript. */
export const load: PageLoad = ({ url }) => ({ dialog: url.searchParams.get('hoi') === 'nop' });
