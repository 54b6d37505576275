import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commands, laterCommands } from '#src/cli/commands.ts';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';
import { khoabang as call } from '#tests/support/command.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { TEST_SECRET } from '#tests/support/secret.ts';

const database = await freshDatabase();
const folder = temporaryFolder('khoabang-cli-');
afterAll(async () => {
	await database.close();
	fs.rmSync(folder, { recursive: true, force: true });
});

const env = {
	DATABASE_URL: database.url,
	KHOABANG_HOME: path.join(folder, 'home'),
	KHOABANG_SECRET: TEST_SECRET
};
const khoabang = (...words: string[]) => call(words, env);
const file = (name: string) => path.join(folder, name);

const units = {
	format: 'khoabang.units/1',
	units: [
		{
			key: 'viet-nam',
			kind: 'country',
			names: [{ name: 'Việt Nam', from: '2000-01-01' }],
			edges: []
		},
		{
			key: 'hai-phong',
			kind: 'province',
			names: [{ name: 'Thành phố Hải Phòng', from: '2000-01-01' }],
			edges: [{ tree: 'admin', parent: 'viet-nam', from: '2000-01-01' }]
		}
	],
	events: []
};

test('the help names every command and every setting', async () => {
	const { code, stdout } = await khoabang('--help');
	expect(code).toBe(0);
	for (const name of Object.keys(commands)) expect(stdout).toContain(`  ${name}`);
	for (const name of [
		'DATABASE_URL',
		'DATABASE_DIRECT_URL',
		'KHOABANG_HOME',
		'ORIGIN',
		'LOG_LEVEL'
	])
		expect(stdout).toContain(name);
});

test('each command has its own help', async () => {
	for (const [name, load] of Object.entries(commands)) {
		const { command } = await load();
		expect(command.usage.startsWith(name)).toBe(true);
		expect(command.about).not.toBe('');
	}
	const { code, stdout } = await khoabang('import', 'roster', '--help');
	expect(code).toBe(0);
	expect(stdout).toContain('usage: khoabang import roster FILE --unit KEY');
});

test.each(laterCommands)('%s answers by name that it belongs to a later version', async (name) => {
	const { code, stderr } = await khoabang(...name.split(' '), 'x');
	expect(code).toBe(2);
	expect(stderr).toBe(`"${name}" belongs to a later version of Khoa Bảng\n`);
});

test.each([
	['an unknown command', ['import', 'nothing']],
	['an unknown option', ['migrate', '--fast']],
	['a missing file name', ['import', 'units']],
	['a missing option', ['import', 'roster', 'a.csv']],
	['one argument too many', ['migrate', 'now']],
	['a role that does not exist', ['account', 'create', '--role', 'boss', '--username', 'mai.lan']],
	['a format of a later version', ['import', 'items', 'a.gift', '--bank', 'X', '--format', 'gift']]
])('%s is wrong usage', async (_, words) => {
	const { code, stdout, stderr } = await khoabang(...words);
	expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	expect(stderr).not.toContain('    at ');
});

test('a dry run says what an import would do and writes nothing; the import then does it, once', async () => {
	fs.writeFileSync(file('units.json'), `\uFEFF${JSON.stringify(units, null, '\t')}`);
	const imported = (...words: string[]) =>
		khoabang('import', 'units', file('units.json'), '--json', ...words);
	const counts = async (...words: string[]) => JSON.parse((await imported(...words)).stdout).counts;
	expect(await counts('--dry-run')).toMatchObject({ new: 2, same: 0 });
	expect(await counts()).toMatchObject({ new: 2, same: 0 });
	expect(await counts()).toMatchObject({ new: 0, same: 2 });
});

test('a faulty file is answered as file:line: what to mend, exit 1, and nothing of it is written', async () => {
	const faulty = { ...units, units: [{ ...units.units[1], key: 'new-one', kind: 'planet' }] };
	fs.writeFileSync(file('bad.json'), JSON.stringify(faulty, null, '\t'));
	const { code, stderr } = await khoabang('import', 'units', file('bad.json'));
	expect(code).toBe(1);
	expect(stderr).toMatch(/bad\.json:\d+(:\d+)?: .+/);
	const again = await khoabang('import', 'units', file('units.json'), '--json');
	expect(JSON.parse(again.stdout).counts).toMatchObject({ new: 0, same: 2 });
});

test.each([
	['a file that is not there', undefined, /:1: không mở được tệp/],
	['a file that is not UTF-8', Buffer.from([0x7b, 0xff, 0xfe]), /:1: tệp không phải UTF-8/]
])('%s is said in one line', async (_, bytes, says) => {
	if (bytes) fs.writeFileSync(file('odd.json'), bytes);
	const { code, stderr } = await khoabang('import', 'units', file(bytes ? 'odd.json' : 'no.json'));
	expect(code).toBe(1);
	expect(stderr).toMatch(says);
	expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('the first account is an administrator; its link is printed once, and a name is taken once', async () => {
	const create = (role: string, name: string) =>
		khoabang('account', 'create', '--role', role, '--username', name);
	expect((await create('organiser', 'ban.to.chuc')).code).toBe(1);
	const first = await create('administrator', 'quan.tri');
	expect(first.stdout).toMatch(/^http:\/\/localhost:3000\/thiet-lap\/\S{20,}\n$/);
	const again = await create('administrator', 'quan.tri');
	expect(again.code).toBe(1);
	expect(again.stderr).toMatch(/tên khác/i);
});

test('a backup is restored into an empty database and refused by one in use', async () => {
	const made = await khoabang('backup', file('all.gz'), '--json');
	expect(JSON.parse(made.stdout).rows).toBeGreaterThan(0);
	const refused = await khoabang('restore', file('all.gz'));
	expect(refused.code).toBe(1);
	expect(refused.stderr).toMatch(/all\.gz:1: needs an empty database/);
});

test('doctor finds this database sound but for the durability that tests go without', async () => {
	const { code, stdout } = await khoabang('doctor', '--json');
	const findings = JSON.parse(stdout) as { about: string; state: string }[];
	expect(code).toBe(1);
	expect(findings.filter(({ state }) => state === 'mend').map(({ about }) => about)).toEqual([
		'độ bền'
	]);
});

test('a database that does not answer is said in one sentence', async () => {
	const away = { ...env, DATABASE_URL: 'postgresql://nobody:x@127.0.0.1:9/none' };
	const { code, stderr } = await call(['migrate'], away);
	expect(code).toBe(1);
	expect(stderr).toMatch(/^DATABASE_URL does not answer: .+\n$/);
});

test('where its file cannot be written a command does nothing and says so in one sentence', async () => {
	for (const words of [
		['cards', 'viet-nam', '-o', file('missing/cards.csv')],
		['backup', file('missing/all.backup')]
	]) {
		const { code, stderr } = await khoabang(...words);
		expect(code).toBe(1);
		expect(stderr.trim().split('\n')).toHaveLength(1);
		expect(stderr).toContain('ENOENT');
	}
});
