import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { useBuild } from './builds-in-use.ts';

const all = fs.mkdtempSync(path.join(os.tmpdir(), 'khoabang-builds-'));
afterAll(() => fs.rmSync(all, { recursive: true, force: true }));

const ENDED = spawnSync(process.execPath, ['--version']).pid;

function build(letter: string, ...users: number[]): string {
	const folder = path.join(all, letter.repeat(16));
	fs.mkdirSync(path.join(folder, 'users'), { recursive: true });
	for (const pid of users) fs.writeFileSync(path.join(folder, 'users', String(pid)), '');
	return folder;
}

test('a start keeps its build and those that somebody serves from, and removes the others', () => {
	const own = build('a', ENDED);
	const served = build('b', ENDED, process.ppid);
	const left = build('c', ENDED);
	const never = build('d');
	fs.mkdirSync(path.join(all, 'new'));
	useBuild(own);
	expect(fs.readdirSync(all).sort()).toEqual([path.basename(own), path.basename(served), 'new']);
	expect(fs.readdirSync(path.join(own, 'users'))).toEqual([String(process.pid)]);
	expect([left, never].filter((folder) => fs.existsSync(folder))).toEqual([]);
});
