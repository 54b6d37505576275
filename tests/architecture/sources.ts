import fs from 'node:fs';
import path from 'node:path';

/** File names from the project's root, with their texts. */
export type Sources = ReadonlyMap<string, string>;

const root = path.resolve(import.meta.dirname, '../..');
const READ = /\.(ts|mjs|svelte|css|json)$/;

/** Everything below `src` that a guard may ask about; data files of the demo are left out. */
export function readSources(folder = 'src'): Sources {
	const found = fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
	const names = found
		.filter((entry) => entry.isFile() && READ.test(entry.name))
		.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
		.filter((name) => !name.startsWith('src/demo/data/'));
	return new Map(
		names.sort().map((name) => [name, fs.readFileSync(path.join(root, name), 'utf8')])
	);
}

/** A project of a few lines, for showing that a guard sees what it guards against. */
export function planted(files: Readonly<Record<string, string>>): Sources {
	return new Map(Object.entries(files));
}

/** Tests, and the sample data that only tests import. */
export function isTest(file: string): boolean {
	return /\.(test|fixture)\.ts$/.test(file);
}

/** A component's scripts as one text with the line numbers of the file; any other file as it is. */
export function scriptOf(file: string, text: string): string {
	if (!file.endsWith('.svelte')) return text;
	let from = 0;
	let script = '';
	for (const match of text.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)) {
		const start = match.index + (match[1] as string).length;
		script += blank(text.slice(from, start)) + (match[2] as string);
		from = start + (match[2] as string).length;
	}
	return script;
}

function blank(text: string): string {
	return text.replace(/[^\n]/g, ' ');
}

/** Comments and text taken out, line numbers kept: what is left is what runs. */
export function withoutComments(text: string): string {
	return text
		.replace(/\/\*[\s\S]*?\*\//g, blank)
		.replace(/<!--[\s\S]*?-->/g, blank)
		.replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1');
}

export function lineOf(text: string, index: number): number {
	return text.slice(0, index).split('\n').length;
}
