import { createHash } from 'node:crypto';
import { rooms } from './rooms.ts';
import { MIGRATION } from './table-owners.ts';

/** Texts of the migrations by name, and the hashes of those that have been released. */
export interface Migrations {
	readonly texts: ReadonlyMap<string, string>;
	readonly frozen: Readonly<Record<string, string>>;
	/** Those that a released version left in its stored backup, without the file's ending. */
	readonly released: readonly string[];
}

/** What has been released never changes, and what is new comes after it. */
export function findMigrationFaults({ texts, frozen, released }: Migrations): string[] {
	const last = Object.keys(frozen).sort().at(-1) ?? '';
	const changed = Object.entries(frozen)
		.filter(([name, hash]) => hashOf(texts.get(name)) !== hash)
		.map(([name]) => `${name} was released and has changed`);
	const fresh = [...texts.keys()].filter((name) => frozen[name] === undefined);
	const early = fresh
		.filter((name) => name < last)
		.map((name) => `${name} must come after ${last}`);
	const open = released
		.filter((name) => frozen[`${name}.ts`] === undefined)
		.map((name) => `${name} was released and is not frozen: npm run db:freeze`);
	return [
		...changed,
		...early,
		...open,
		...[...texts.keys()].flatMap(nameFaults),
		...sameNumber(texts)
	];
}

function nameFaults(name: string): string[] {
	const owner = MIGRATION.exec(name)?.[2];
	const known = owner === 'server' || rooms.some((room) => room === owner);
	return known ? [] : [`${name} must be named 0007_room__what.ts`];
}

function sameNumber(texts: ReadonlyMap<string, string>): string[] {
	const numbers = [...texts.keys()].map((name) => name.slice(0, 4));
	const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
	return twice.map((number) => `two migrations have number ${number}`);
}

export function hashOf(text: string | undefined): string | undefined {
	return text === undefined ? undefined : createHash('sha256').update(text).digest('hex');
}
