import fs from 'node:fs';
import path from 'node:path';
import type { Fault } from './exceptions.ts';
import { placeOf, roomOf } from './rooms.ts';
import { isTest, lineOf, withoutComments, type Sources } from './sources.ts';

const folder = path.resolve(import.meta.dirname, '../../migrations');
export const MIGRATION = /^(\d{4})_([a-z]+)__([a-z0-9_]+)\.ts$/;

/** Which room owns a table: the one whose migration made it. Names as in SQL. */
export function readOwners(): Map<string, string> {
	const owners = new Map<string, string>();
	for (const name of fs.readdirSync(folder).sort()) {
		const room = MIGRATION.exec(name)?.[2];
		if (room === undefined) continue;
		const text = fs.readFileSync(path.join(folder, name), 'utf8');
		for (const [, table] of text.matchAll(
			/\bcreate (?:unlogged )?table (?:if not exists )?([a-z_]+)/g
		))
			owners.set(table as string, room);
	}
	return owners;
}

type Owners = ReadonlyMap<string, string>;

const BUILDER_WRITE = /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`](\w+)/g;
const SQL_WRITE =
	/\b(?:insert into|update(?= \w+ (?:as \w+ )?set\b)|delete from|truncate(?: table)?|merge into)\s+(\w+)/gi;
const BUILDER_READ =
	/\.(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|crossJoin|using)\(\s*\[?\s*['"`](\w+)/g;
const SQL_READ = /\b(?:from|join)\s+(\w+)/gi;

/** A table is written by its owner's `*.writes.server.ts` alone, and read by its owner and later rooms. */
export function findTableFaults(sources: Sources, owners: Owners): Fault[] {
	return [...sources].flatMap(([file, text]) =>
		mayHoldQueries(file) ? faultsIn(file, withoutComments(text), owners) : []
	);
}

/** Elsewhere the arrows keep the database out, and "from unit" is a sentence. */
function mayHoldQueries(file: string): boolean {
	return !isTest(file) && /\.server\.ts$|^src\/(lib\/server|cli|demo)\/.*\.ts$/.test(file);
}

function faultsIn(file: string, text: string, owners: Owners): Fault[] {
	const uses = (pattern: RegExp) =>
		[...text.matchAll(pattern)].flatMap((match) => {
			const table = snake(match[1] as string);
			const owner = owners.get(table);
			return owner === undefined ? [] : [{ table, owner, line: lineOf(text, match.index) }];
		});
	const writes = [...uses(BUILDER_WRITE), ...uses(SQL_WRITE)]
		.filter(({ owner }) => !mayWrite(file, owner))
		.map(({ table, owner, line }) => fault('table-owner', file, line, `${table} is of ${owner}`));
	const reads = [...uses(BUILDER_READ), ...uses(SQL_READ)]
		.filter(({ owner }) => !mayRead(file, owner))
		.map(({ table, owner, line }) => fault('table-reader', file, line, `${table} is of ${owner}`));
	return [...writes, ...reads];
}

function fault(guard: string, file: string, line: number, what: string): Fault {
	return { guard, file, line, what };
}

function mayWrite(file: string, owner: string): boolean {
	if (owner === 'server') return file.startsWith('src/lib/server/');
	return roomOf(file) === owner && file.endsWith('.writes.server.ts');
}

/** `server` knows no room's table; a room knows its own and those to its left. */
function mayRead(file: string, owner: string): boolean {
	if (owner === 'server') return file.startsWith('src/lib/');
	const room = roomOf(file);
	return room !== undefined && placeOf(owner) <= placeOf(room);
}

function snake(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
