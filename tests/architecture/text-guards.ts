import type { Fault } from './exceptions.ts';
import { isTest, lineOf, withoutComments, type Sources } from './sources.ts';

/** A guard that reads text: a pattern that must not stand in some files. */
export interface TextGuard {
	readonly name: string;
	readonly pattern: RegExp;
	/** Files that the guard asks about; tests beside rules are never asked. */
	readonly asks: (file: string) => boolean;
}

const CODE = /\.(ts|mjs|svelte)$/;
const isCode = (file: string) => CODE.test(file);
const outsideOf = (home: RegExp) => (file: string) => isCode(file) && !home.test(file);

export const textGuards: readonly TextGuard[] = [
	{
		name: 'ambient-clock',
		pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/g,
		asks: outsideOf(/^src\/lib\/server\/(clock|random)\.ts$/)
	},
	{
		name: 'ambient-chance',
		pattern:
			/\bMath\.random\b|\b(randomBytes|randomUUID|randomInt|randomFill|getRandomValues)\s*\(|\bgen_random_uuid\b|\buuidv7\(/g,
		asks: outsideOf(/^src\/lib\/server\/random\.ts$/)
	},
	{
		name: 'ambient-settings',
		pattern: /\bprocess\.env\b|\bimport\.meta\.env\b|['"]\$env\//g,
		asks: outsideOf(/^src\/lib\/server\/config\.ts$/)
	},
	{ name: 'no-barrel', pattern: /^export (type )?(\*|\{[^}]*\}) (as \w+ )?from\b/gm, asks: isCode },
	{ name: 'no-kit-alias', pattern: /from '\$lib\//g, asks: isCode },
	{
		name: 'no-inline-style',
		pattern: /\sstyle(=|:[a-z-]+\b)/g,
		asks: (file) => file.endsWith('.svelte') || file.endsWith('.html')
	},
	{
		name: 'no-colour-outside-tokens',
		pattern:
			/(?<=[\s:"'(,])#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(rgb|rgba|hsl|hsla|oklch|oklab|lab|lch)\(/gi,
		asks: (file) => /\.(svelte|css|ts)$/.test(file) && !/\/tokens\.css$/.test(file)
	},
	{
		name: 'no-escape-from-types',
		pattern: /@ts-(ignore|nocheck|expect-error)|\bas any\b|\bas unknown as\b|:\s*any\b/g,
		asks: isCode
	},
	{
		name: 'queries-in-reads-and-writes',
		pattern: /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/g,
		asks: outsideOf(/\.(reads|writes)\.server\.ts$|^src\/lib\/server\//)
	}
];

/** Comments are prose: they may name what code may not use (but not a silenced check). */
export function findTextFaults(sources: Sources, guards = textGuards): Fault[] {
	const faults: Fault[] = [];
	for (const [file, text] of sources) {
		if (isTest(file)) continue;
		const code = withoutComments(text);
		for (const { name, pattern, asks } of guards) {
			if (!asks(file)) continue;
			const searched = name === 'no-escape-from-types' ? text : code;
			for (const match of searched.matchAll(pattern))
				faults.push({
					guard: name,
					file,
					line: lineOf(searched, match.index),
					what: match[0].trim()
				});
		}
	}
	return faults;
}
