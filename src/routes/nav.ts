import { permitsSomewhere, type Ability } from '#lib/identity/abilities.ts';
import type { Actor } from '#lib/identity/actor.ts';

/** The sections of the masthead; the key names the word in messages/ui. */
const sections = [
	{ key: 'contests', href: '/', under: ['/cuoc-thi'] },
	{ key: 'results', href: '/ket-qua', under: ['/ket-qua'] },
	{ key: 'plans', href: '/ke-hoach', under: ['/ke-hoach'] },
	{ key: 'bank', href: '/to-chuc/cau-hoi', under: ['/to-chuc/cau-hoi'], ability: 'bank.read' },
	{ key: 'participation', href: '/don-vi', under: ['/don-vi'], ability: 'participation.read' },
	{ key: 'sessions', href: '/truong/viec', under: ['/truong'], ability: 'activity.confirm' },
	{ key: 'slips', href: '/to-chuc/dong-y', under: ['/to-chuc/dong-y'], ability: 'consent.record' }
] as const satisfies readonly {
	key: string;
	href: string;
	under: readonly string[];
	ability?: Ability;
}[];

export interface Section {
	readonly key: (typeof sections)[number]['key'];
	readonly href: string;
	readonly current: boolean;
}

const deskPaths = ['/to-chuc', '/don-vi', '/truong', '/ke-hoach', '/bao-cao'];

/** Is this a page of people at work? Those use the whole width. */
export function isDesk(path: string): boolean {
	return deskPaths.some((prefix) => `${path}/`.startsWith(`${prefix}/`));
}

/** What this person may see somewhere, and where the page at `path` belongs. */
export function sectionsFor(actor: Actor, path: string): Section[] {
	return sections
		.filter((section) => !('ability' in section) || permitsSomewhere(actor, section.ability))
		.map(({ key, href, under }) => ({
			key,
			href,
			current: path === href || under.some((prefix) => `${path}/`.startsWith(`${prefix}/`))
		}));
}
