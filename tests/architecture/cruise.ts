import fs from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { forbiddenIn } from './arrows.ts';
import { scriptOf, type Sources } from './sources.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Inside the project, so that packages resolve as they do from src. */
const MIRRORS = path.join(root, 'node_modules/.cache/khoabang-arrows');
/** Made by SvelteKit, in no file. */
const VIRTUAL = '^\\$(app|env)/|/\\$types(\\.js)?$';

/**
 * Runs dependency-cruiser over a mirror of the sources in which each component stands as its scripts
 * (`X.svelte` → `X.svelte.ts`), so that one engine sees every import, types included. Answers
 * `rule: from -> to`, sorted.
 */
export async function findArrowFaults(sources: Sources): Promise<string[]> {
	fs.mkdirSync(MIRRORS, { recursive: true });
	const mirror = fs.mkdtempSync(path.join(MIRRORS, 'mirror-'));
	try {
		writeMirror(mirror, sources);
		const { output } = await cruise(
			['src'],
			{
				baseDir: mirror,
				validate: true,
				ruleSet: { forbidden: forbiddenIn(sources) },
				tsPreCompilationDeps: true,
				doNotFollow: { path: '^\\.\\./' },
				exclude: { path: VIRTUAL }
			},
			{
				extensions: ['.ts', '.mjs', '.js', '.json', '.svelte.ts'],
				exportsFields: ['exports'],
				conditionNames: ['types', 'svelte', 'import', 'node', 'default']
			}
		);
		return faultsOf(output as ICruiseResult);
	} finally {
		fs.rmSync(mirror, { recursive: true, force: true });
	}
}

function writeMirror(mirror: string, sources: Sources): void {
	fs.copyFileSync(path.join(root, 'package.json'), path.join(mirror, 'package.json'));
	for (const [name, text] of sources) {
		const file = path.join(mirror, name.endsWith('.svelte') ? `${name}.ts` : name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.appendFileSync(file, scriptOf(name, text));
	}
}

function faultsOf(result: ICruiseResult): string[] {
	const faults = result.summary.violations.map(
		({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`
	);
	return [...new Set(faults)].sort();
}
