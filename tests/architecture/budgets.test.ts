import { expect, test } from 'vitest';
import { findBudgetFaults } from './budgets.ts';
import { report } from './exceptions.ts';
import { planted, readSources } from './sources.ts';

const guards = ['file-length', 'function-length', 'parameters', 'room-size'];

test('functions, files, parameters and rooms stay within their budgets', () => {
	expect(report(findBudgetFaults(readSources()), guards)).toEqual([]);
});

const longFunction = (lines: number) =>
	`export function long() {\n${'\tstep();\n'.repeat(lines - 2)}}\n`;

const violations: readonly (readonly [guard: string, file: string, text: string])[] = [
	['function-length', 'src/lib/units/a.ts', longFunction(26)],
	['function-length', 'src/lib/units/a.server.ts', longFunction(41)],
	['function-length', 'src/lib/units/A.svelte', `<script lang="ts">\n${longFunction(26)}</script>`],
	['parameters', 'src/lib/units/a.ts', 'export const f = (a: 1, b: 2, c: 3, d: 4) => a;'],
	['parameters', 'src/lib/units/A.svelte', '<script>function f(a, b, c, d) {}</script>'],
	['file-length', 'src/lib/units/a.ts', 'a();\n'.repeat(201)],
	['file-length', 'src/lib/units/A.svelte', '<p></p>\n'.repeat(201)]
];

test.each(violations)('%s: the one in %s is seen', (guard, file, text) => {
	const found = findBudgetFaults(planted({ [file]: text }));
	expect(found.map((fault) => fault.guard)).toContain(guard);
});

test('a function at its budget passes', () => {
	const files = {
		'src/lib/units/a.ts': longFunction(25),
		'src/lib/units/a.server.ts': longFunction(40)
	};
	expect(findBudgetFaults(planted(files))).toEqual([]);
});

test('a room that grew too large is seen', () => {
	const names = Array.from({ length: 41 }, (_, i) => [`src/lib/units/a${i}.ts`, ''] as const);
	expect(findBudgetFaults(new Map(names)).map((fault) => fault.guard)).toEqual(['room-size']);
});
