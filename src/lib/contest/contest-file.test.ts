import { expect, test } from 'vitest';
import { readContestFile } from './contest-file.ts';
import { sampleContestFile } from './sample-contest.fixture.ts';

type Json = Record<string, unknown>;

/** The sample with one value set (undefined: taken out) at a path. */
function fileWith(path: string, value: unknown): string {
	const file = sampleContestFile() as Json;
	const steps = path.split('/');
	const last = steps.pop() ?? '';
	const parent = steps.reduce<Json>((at, step) => at[step] as Json, file);
	parent[last] = value;
	return JSON.stringify(file, null, 1);
}

function faultsOf(text: string): string[] {
	return readContestFile(text).notes.map(
		(note) => `${note.code} ${String(note.facts?.['field'] ?? '')}`
	);
}

test('a whole file is read with no complaint', () => {
	const { definition, notes } = readContestFile(JSON.stringify(sampleContestFile()));
	expect(notes).toEqual([]);
	expect(definition?.rounds[0]?.opensAt).toBe('2026-10-05T01:00:00.000Z');
	expect(definition?.groups[1]?.units).toBeNull();
	expect(definition?.blueprint[0]?.level).toBeNull();
});

test.each([
	['basis', null],
	['tags', []],
	['leagues', []],
	['certificates', []],
	['minBankFactor', 5],
	['practice', null],
	['plan', null]
])('%s may be left out', (field, becomes) => {
	const { definition, notes } = readContestFile(fileWith(field, undefined));
	expect(notes).toEqual([]);
	expect(definition?.[field as 'plan']).toEqual(becomes);
});

test.each([
	['prediction', null],
	['prizeShareCap', null],
	['collective', null],
	['grace', false],
	['showAnswers', 'after_round'],
	['passShare', [1, 2]],
	['appealWorkingDays', 5],
	['networkAllowanceMs', 3000],
	['cooldownSeconds', 0],
	['minAge', null],
	['maxAge', null],
	['quietHours', null],
	['showScore', 'after_round'],
	['boardFreezeMinutes', 0],
	['advancement', null]
])('of the rules, %s may be left out', (field, becomes) => {
	const { definition, notes } = readContestFile(fileWith(`rules/${field}`, undefined));
	expect(notes).toEqual([]);
	expect(definition?.rules[field as 'minAge']).toEqual(becomes);
});

test.each([
	'format',
	'code',
	'title',
	'organiser',
	'audiences',
	'units',
	'headcountAudience',
	'groups',
	'rankedUnits',
	'headcountAsOf',
	'bank',
	'blueprint',
	'rules',
	'rounds',
	'rules/durationSeconds',
	'rules/attemptsMax',
	'rules/select',
	'rules/ranking',
	'rules/prizes',
	'rules/scopes'
])('%s is needed', (field) => {
	expect(faultsOf(fileWith(field, undefined))).toEqual([`missing-field ${field}`]);
});

test.each([
	['bonus', 'unknown-field bonus'],
	['rules/bonus', 'unknown-field rules/bonus'],
	['rules/prizes/0/bonus', 'unknown-field rules/prizes/0/bonus'],
	['rules/collective/bonus', 'unknown-field rules/collective/bonus'],
	['rounds/1/bonus', 'unknown-field rounds/1/bonus']
])('an unknown field is refused by its name: %s', (path, fault) => {
	expect(faultsOf(fileWith(path, 1))).toEqual([fault]);
});

test.each([
	['format', 'khoabang.contest/2', 'unknown-word format'],
	['code', 'a/b', 'bad-field code'],
	['title', '  ', 'bad-field title'],
	['title', 'a\u0000b', 'bad-field title'],
	['audiences/0', 'hs_13', 'unknown-word audiences/0'],
	['headcountAsOf', '2026-02-31', 'not-a-day headcountAsOf'],
	['rounds/0/opensAt', '2026-10-05 08:00', 'not-an-instant rounds/0/opensAt'],
	['rounds/0/kind', 'live', 'unknown-word rounds/0/kind'],
	['rankedUnits', { tree: 'doan' }, 'kinds-or-units rankedUnits'],
	['rankedUnits/kinds', ['school'], 'kinds-or-units rankedUnits'],
	['rankedUnits/tree', 'family', 'unknown-word rankedUnits/tree'],
	['blueprint/0/count', 0, 'bad-field blueprint/0/count'],
	['rules/durationSeconds', 0, 'bad-field rules/durationSeconds'],
	['rules/durationSeconds', 1.5, 'bad-field rules/durationSeconds'],
	['rules/attemptsMax', 0, 'bad-field rules/attemptsMax'],
	['rules/select', 'sum', 'unknown-word rules/select'],
	['rules/ranking/round', [], 'bad-field rules/ranking/round'],
	['rules/ranking/round/0', ['luck', 'desc'], 'unknown-word rules/ranking/round/0/0'],
	['rules/ranking/final/0', ['predictionError', 'asc'], 'unknown-word rules/ranking/final/0/0'],
	['rules/passShare', [3, 2], 'share-over-one rules/passShare'],
	['rules/passShare', [1, 2, 3], 'bad-field rules/passShare'],
	['rules/collective/formula', 'M8', 'unknown-word rules/collective/formula'],
	['rules/quietHours', ['22:00', '24:00'], 'bad-field rules/quietHours/1']
])('%s = %j is refused at its place', (path, value, fault) => {
	expect(faultsOf(fileWith(path, value))).toEqual([fault]);
});

test.each([
	['rounds/0/id', 'final', ['round-final rounds/0/id', 'unknown-round rules/prizes/0/on']],
	['rounds/1/id', 'r1', ['doubled-round rounds/1']],
	['rounds/0/closesAt', '2026-10-05T08:00:00+07:00', ['round-never-open rounds/0/closesAt']],
	['groups/1/id', 'truong-hoc', ['doubled-group groups/1']],
	['groups/1/audiences', ['cbccvc'], ['group-audience-outside groups/1/audiences']],
	['leagues/1/id', 'A', ['doubled-league leagues/1']],
	['leagues/0/headcountBelow', 200, ['league-empty leagues/0']],
	['certificates/1/kind', 'pass', ['doubled-certificate certificates/1']],
	['blueprint/1', { topic: 'CDS.0', count: 1 }, ['doubled-cell blueprint/1']],
	['rules/prizes/0/on', 'r9', ['unknown-round rules/prizes/0/on']],
	['rules/prizes/0/group', 'x', ['unknown-group rules/prizes/0/group']],
	['rules/prizes/0/scope', 'x', ['unknown-scope rules/prizes/0/scope']],
	['rules/prizes/0/scope', 'toString', ['unknown-scope rules/prizes/0/scope']],
	['rules/prizes/1/id', 'r1-nhat', ['doubled-prize rules/prizes/1']],
	['rules/collective/weights', null, ['weights-needed rules/collective']],
	['rules/collective', { formula: 'M5' }, ['k-needed rules/collective']],
	[
		'rules/collective/bands',
		[{ below: 50, gate: null }],
		['bands-out-of-order rules/collective/bands']
	],
	[
		'rules/collective/bands',
		[{ below: 50 }, { below: 50 }, { below: null }],
		['bands-out-of-order rules/collective/bands']
	],
	[
		'rules/advancement',
		{ from: 'r1', to: 'r9', top: 3, per: 'unit' },
		['unknown-round rules/advancement/to']
	]
])('%s = %j does not hold together', (path, value, faults) => {
	expect(faultsOf(fileWith(path, value))).toEqual(faults);
});

test('ages out of order are refused', () => {
	const file = sampleContestFile();
	const text = JSON.stringify({ ...file, rules: { ...file.rules, minAge: 30, maxAge: 15 } });
	expect(faultsOf(text)).toEqual(['ages-out-of-order rules/minAge']);
});

test('bands in order are taken', () => {
	const bands = [
		{ below: 50, gate: [3, 10] },
		{ below: 100, gate: [1, 4] },
		{ below: null, gate: null }
	];
	expect(faultsOf(fileWith('rules/collective/bands', bands))).toEqual([]);
});

test('every fault is named at its own line', () => {
	const file = sampleContestFile();
	const text = JSON.stringify(
		{ ...file, luck: 1, rounds: [{ ...file.rounds[0], extra: 2 }] },
		null,
		1
	);
	const lineOf = (piece: string) => text.split('\n').findIndex((line) => line.includes(piece)) + 1;
	expect(
		readContestFile(text)
			.notes.map((note) => note.line)
			.sort((a, b) => a - b)
	).toEqual([lineOf('"extra"'), lineOf('"luck"')]);
});

test('a file that is not JSON says where it stops', () => {
	const { definition, notes } = readContestFile('{\n "format": khoabang');
	expect(definition).toBeNull();
	expect(notes).toEqual([{ level: 'error', line: 2, column: 12, code: 'json-unexpected' }]);
});
