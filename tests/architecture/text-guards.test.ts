import { expect, test } from 'vitest';
import { report } from './exceptions.ts';
import { planted, readSources } from './sources.ts';
import { findTextFaults, textGuards } from './text-guards.ts';

test('time, chance, settings, colours and queries come in by their own doors only', () => {
	const names = textGuards.map(({ name }) => name);
	expect(report(findTextFaults(readSources()), names)).toEqual([]);
});

const violations: readonly (readonly [guard: string, file: string, text: string])[] = [
	['ambient-clock', 'src/lib/taking/a.ts', 'export const at = Date.now();'],
	[
		'ambient-clock',
		'src/lib/taking/Clock.svelte',
		'<script lang="ts">const d = new Date();</script>'
	],
	['ambient-clock', 'src/front/a.ts', 'const t = performance.now();'],
	['ambient-chance', 'src/lib/taking/a.ts', 'const r = Math.random();'],
	['ambient-chance', 'src/lib/taking/A.svelte', '<p>{crypto.randomUUID()}</p>'],
	['ambient-settings', 'src/front/a.ts', 'const url = process.env.DATABASE_URL;'],
	[
		'ambient-settings',
		'src/routes/A.svelte',
		`<script>import { X } from '$env/static/public';</script>`
	],
	['no-barrel', 'src/lib/units/all.ts', `export * from './unit.ts';`],
	['no-barrel', 'src/lib/units/all.ts', `export { a, b } from './unit.ts';`],
	[
		'no-kit-alias',
		'src/routes/A.svelte',
		`<script>import { a } from '$lib/units/unit.ts';</script>`
	],
	['no-inline-style', 'src/lib/ui/A.svelte', '<p style="margin: 0">a</p>'],
	['no-inline-style', 'src/lib/ui/A.svelte', '<p style:width={w}>a</p>'],
	['no-colour-outside-tokens', 'src/lib/ui/A.svelte', '<style>p { color: #fff; }</style>'],
	['no-colour-outside-tokens', 'src/app.css', 'p { color: rgb(1 2 3); }'],
	['no-escape-from-types', 'src/lib/units/a.ts', 'const a = b as any;'],
	['no-escape-from-types', 'src/lib/units/a.ts', '// @ts-ignore\nconst a = b;'],
	[
		'queries-in-reads-and-writes',
		'src/lib/units/open-unit.server.ts',
		`await ctx.tx.insertInto('unit')`
	]
];

test.each(violations)('%s: the one in %s is seen (%s)', (guard, file, text) => {
	const found = findTextFaults(planted({ [file]: text }));
	expect(found.map((fault) => fault.guard)).toContain(guard);
});

test('a comment may name what code may not use', () => {
	const text = '/** Never Date.now() here. */\n// nor Math.random()\nexport const a = 1;\n';
	expect(findTextFaults(planted({ 'src/lib/units/a.ts': text }))).toEqual([]);
});
