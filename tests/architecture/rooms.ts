/** The rooms in the order of the house: each imports only to its left (src/lib/README.md). */
export const rooms = [
	'identity',
	'units',
	'people',
	'plans',
	'bank',
	'contest',
	'taking',
	'rulings',
	'standings',
	'results',
	'participation',
	'activities',
	'verdicts',
	'reports'
] as const;

export const anyRoom = rooms.join('|');

export function roomOf(file: string): string | undefined {
	const folder = /^src\/lib\/([^/]+)\//.exec(file)?.[1];
	return rooms.find((room) => room === folder);
}

/** How far right a room lies; `server` lies left of all. */
export function placeOf(owner: string): number {
	return rooms.findIndex((room) => room === owner);
}
