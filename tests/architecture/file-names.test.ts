import { expect, test } from 'vitest';
import { report } from './exceptions.ts';
import { findNameFaults } from './file-names.ts';
import { readSources } from './sources.ts';

test('what a file of a room may do is in its name', () => {
	expect(report(findNameFaults(readSources().keys()), ['file-name'])).toEqual([]);
});

test.each([
	'src/lib/units/Unit.ts',
	'src/lib/units/tree.svelte',
	'src/lib/units/server/a.ts',
	'src/lib/units/units.queries.server.ts',
	'src/lib/units/index.json'
])('%s is seen', (file) => {
	expect(findNameFaults([file])).toHaveLength(1);
});
