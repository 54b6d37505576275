import type { Fault } from './exceptions.ts';
import { roomOf } from './rooms.ts';

const KEBAB = '[a-z0-9]+(-[a-z0-9]+)*';
/** The kinds of files that a room holds: what a file may do is in its name. */
const KINDS: readonly RegExp[] = [
	new RegExp(
		`^${KEBAB}(\\.schema|\\.reads\\.server|\\.writes\\.server|\\.offer\\.server|\\.server)?\\.ts$`
	),
	new RegExp(`^${KEBAB}(\\.test|\\.fixture)\\.ts$`),
	/^[A-Z][A-Za-z0-9]*\.svelte$/,
	new RegExp(`^${KEBAB}\\.svelte\\.ts$`),
	/^README\.md$/
];

/** In a room everything lies flat and has a name of one of the kinds. */
export function findNameFaults(files: Iterable<string>): Fault[] {
	return [...files].flatMap((file) => {
		const room = roomOf(file);
		const name = room === undefined ? undefined : file.slice(`src/lib/${room}/`.length);
		if (name === undefined || KINDS.some((kind) => kind.test(name))) return [];
		return [{ guard: 'file-name', file, line: 1, what: 'is of no kind that a room holds' }];
	});
}
