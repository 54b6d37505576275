import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '#src/cli/commands.ts';
import { callIn, makeClone, ordinaryAccount, startIn, type Clone } from '#tests/support/clone.ts';
import { isRunning, until } from '#tests/support/until.ts';

/** Whoever runs the tests, and `nobody` when that is root: the last one is an ordinary user. */
const accounts = process.getuid?.() === 0 ? [undefined, ordinaryAccount()] : [undefined];
const clones: Clone[] = [];
beforeAll(async () => {
	for (const account of accounts) clones.push(await makeClone(account));
});
afterAll(() => clones.forEach((clone) => clone.remove()));
const anyClone = () => clones.at(-1) as Clone;

test('a clone has nothing beside it that it could lean on', () => {
	const beside = fs.readdirSync(path.join(anyClone().folder, '..'));
	expect(beside.sort()).toEqual(['khoa-bang', 'npm-cache']);
});

test('every command answers --help through npx, under the system’s Node and with a read-only npm cache', async () => {
	const npx = await callIn(anyClone(), ['npx', 'khoabang', '--help']);
	expect(npx).toMatchObject({ code: 0, stderr: '' });
	const names = Object.keys(commands);
	for (const name of names) expect(npx.stdout).toContain(`  ${name}`);
	for (let at = 0; at < names.length; at += 4)
		await Promise.all(names.slice(at, at + 4).map(helpOf));
});

async function helpOf(name: string): Promise<void> {
	const command = 'node_modules/.bin/khoabang'; // what npx calls
	const help = await callIn(anyClone(), ['node', command, ...name.split(' '), '--help']);
	expect(help, name).toMatchObject({ code: 0, stderr: '' });
	expect(help.stdout, name).toContain(`usage: khoabang ${name}`);
}

function postmasterOf({ folder }: Clone): number {
	const file = path.join(folder, '.khoabang/postgres/data/postmaster.pid');
	return Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
}

/** Starts, looks at it as a visitor would, stops it; answers the ways in that it printed. */
async function startAndStop(clone: Clone): Promise<readonly string[]> {
	const started = await startIn(clone);
	const postmaster = postmasterOf(clone);
	expect(isRunning(postmaster)).toBe(true);
	expect((await fetch(`${started.address}/readyz`)).status).toBe(200);
	const home = await fetch(started.address);
	expect(await home.text()).toContain('Khoa Bảng');
	await started.stop();
	await until('PostgreSQL has ended', () => !isRunning(postmaster));
	await expect(fetch(started.address)).rejects.toThrow();
	return started.waysIn;
}

test.concurrent.each(
	accounts.map((account, at) => [account ? 'nobody' : 'whoever runs the tests', at] as const)
)('npm start by %s: twice in a row, with the same card and accounts', async (_, at) => {
	const clone = clones[at] as Clone;
	const first = await startAndStop(clone);
	expect(first).toHaveLength(4);
	expect(first[0]).toMatch(/thẻ dự thi +[A-Z0-9]{4}-[A-Z0-9]{4} \d{6}$/);
	const access = path.join(clone.folder, '.khoabang/access.json');
	expect(fs.statSync(access).mode & 0o777).toBe(0o600);
	expect(await startAndStop(clone)).toEqual(first);
});

test('commands work on what the start left behind', async () => {
	const doctor = await callIn(anyClone(), ['npx', 'khoabang', 'doctor', '--json']);
	expect(JSON.parse(doctor.stdout)).not.toEqual([]);
	const backup = await callIn(anyClone(), [
		...['npx', 'khoabang', 'backup', 'all.backup', '--json']
	]);
	expect(backup).toMatchObject({ code: 0, stderr: '' });
	expect(JSON.parse(backup.stdout).rows).toBeGreaterThan(1000);
});
