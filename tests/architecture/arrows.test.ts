import { expect, test } from 'vitest';
import { findArrowFaults } from './cruise.ts';
import { planted, readSources } from './sources.ts';

test('every import follows an arrow of the house', async () => {
	expect(await findArrowFaults(readSources())).toEqual([]);
});

interface Planted {
	readonly rule: string;
	readonly from: string;
	readonly to: string;
	/** What the imported file holds; by default one value. */
	readonly text?: string;
}

const violations: readonly Planted[] = [
	{ rule: 'only-leftwards', from: 'src/lib/units/unit.ts', to: 'src/lib/contest/round.ts' },
	{ rule: 'only-leftwards', from: 'src/lib/units/Tree.svelte', to: 'src/lib/people/person.ts' },
	{ rule: 'kernel-stands-alone', from: 'src/lib/kernel/a.ts', to: 'src/lib/units/unit.ts' },
	{ rule: 'server-knows-no-room', from: 'src/lib/server/log.ts', to: 'src/lib/units/unit.ts' },
	{ rule: 'messages-know-types-only', from: 'src/lib/messages/a.ts', to: 'src/lib/units/unit.ts' },
	{ rule: 'ui-has-no-contest-words', from: 'src/lib/ui/Card.svelte', to: 'src/lib/units/unit.ts' },
	{ rule: 'rooms-know-no-outside', from: 'src/lib/units/unit.ts', to: 'src/actor.server.ts' },
	{ rule: 'src-never-imports-tests', from: 'src/lib/units/unit.ts', to: 'tests/support/world.ts' },
	{
		rule: 'rules-are-pure',
		from: 'src/lib/units/unit.ts',
		to: 'src/lib/units/units.reads.server.ts'
	},
	{
		rule: 'fixtures-are-for-tests',
		from: 'src/lib/units/unit.ts',
		to: 'src/lib/units/a.fixture.ts'
	},
	{ rule: 'zod-in-schemas-only', from: 'src/lib/units/unit.ts', to: 'zod' },
	{ rule: 'database-in-server-files-only', from: 'src/routes/a/Page.svelte', to: 'kysely' },
	{
		rule: 'writes-stay-in-their-room',
		from: 'src/lib/people/roster.server.ts',
		to: 'src/lib/units/units.writes.server.ts'
	},
	{
		rule: 'reads-do-not-write',
		from: 'src/lib/units/units.reads.server.ts',
		to: 'src/lib/units/units.writes.server.ts'
	},
	{
		rule: 'offers-stand-on-reads-and-writes',
		from: 'src/lib/people/enrol.offer.server.ts',
		to: 'src/lib/units/open-class.offer.server.ts'
	},
	{
		rule: 'use-case-calls-no-use-case',
		from: 'src/lib/people/import-roster.server.ts',
		to: 'src/lib/units/import-units.server.ts',
		text: 'export const importUnits = 1;'
	},
	{
		rule: 'components-stay-in-the-browser',
		from: 'src/lib/units/Tree.svelte',
		to: 'src/lib/units/units.reads.server.ts'
	},
	{
		rule: 'routes-and-commands-reach-use-cases-only',
		from: 'src/routes/units/+page.server.ts',
		to: 'src/lib/units/units.reads.server.ts'
	},
	{
		rule: 'the-demo-plays-through-use-cases',
		from: 'src/demo/play.server.ts',
		to: 'src/lib/units/units.writes.server.ts'
	},
	{
		rule: 'routes-never-reach-the-database',
		from: 'src/routes/units/+page.server.ts',
		to: 'src/lib/server/db/client.ts'
	},
	{
		rule: 'commands-never-reach-the-database',
		from: 'src/cli/import-units.ts',
		to: 'src/lib/server/db/client.ts'
	}
];

test.each(violations)('$rule: an import from $from is seen', async ({ rule, from, to, text }) => {
	const isPackage = !to.includes('/');
	const specifier = isPackage ? to : relative(from, to);
	const statement = `import * as there from '${specifier}';\nexport const here = there;\n`;
	const files = {
		[from]: from.endsWith('.svelte') ? `<script lang="ts">\n${statement}</script>\n` : statement,
		...(isPackage ? {} : { [to]: text ?? 'export const there = 1;\n' })
	};
	const faults = await findArrowFaults(planted(files));
	expect(faults.map((fault) => fault.split(':')[0])).toContain(rule);
});

test('a use case that asks the database itself is seen', async () => {
	const text = `import { sql } from 'kysely';\nexport const openRound = sql;\n`;
	const faults = await findArrowFaults(planted({ 'src/lib/contest/open-round.server.ts': text }));
	expect(faults[0]).toMatch(/^queries-in-reads-and-writes-only: /);
});

test('a type-only import counts where the arrow is about knowing, not running', async () => {
	const component = `<script lang="ts">import type { A } from '../people/person.ts';</script>`;
	const files = {
		'src/lib/units/T.svelte': component,
		'src/lib/people/person.ts': 'export type A = 1;'
	};
	expect(await findArrowFaults(planted(files))).toEqual([
		'only-leftwards: src/lib/units/T.svelte.ts -> src/lib/people/person.ts'
	]);
});

test('an import that leads nowhere is seen, in a component too', async () => {
	const component = `<script lang="ts">import { a } from '#lib/units/misspelt.ts';</script>`;
	expect(await findArrowFaults(planted({ 'src/lib/units/T.svelte': component }))).toEqual([
		'cannot-resolve: src/lib/units/T.svelte.ts -> #lib/units/misspelt.ts'
	]);
});

test('a circle is seen', async () => {
	const files = {
		'src/lib/units/a.ts': `import { b } from './b.ts';\nexport const a = b;\n`,
		'src/lib/units/b.ts': `import { a } from './a.ts';\nexport const b = () => a;\n`
	};
	const faults = await findArrowFaults(planted(files));
	expect(faults[0]).toMatch(/^no-circle: /);
});

function relative(from: string, to: string): string {
	const up = from
		.split('/')
		.slice(1)
		.map(() => '..');
	return `${up.join('/')}/${to}`;
}
