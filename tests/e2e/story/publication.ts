import { expect } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { khoabang } from '#tests/support/command.ts';
import { TEST_SECRET } from '#tests/support/secret.ts';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';
import { device, type Story } from './world.ts';

const ROUND = 'w1-doan-vien-cds-2026/r1';

/** Step 7: the published round, exported in both forms, recomputed and verified from nothing but the bundle. */
export async function checkPublication(story: Story): Promise<void> {
	const { page } = await device(story, 'desk');
	await page.goto('/ket-qua/w1-doan-vien-cds-2026/cong-bo?round=r1');
	await expect(page.getByRole('table', { name: /Giải thưởng: Tuần 1/ })).toBeVisible();

	const folder = temporaryFolder('khoabang-story-');
	const env = { DATABASE_URL: story.databaseUrl, KHOABANG_SECRET: TEST_SECRET };
	const open = path.join(folder, 'public');
	const full = path.join(folder, 'full');
	for (const words of [[open], [full, '--full']]) {
		const [to = '', ...form] = words;
		const exported = await khoabang(['export', 'publication', ROUND, ...form, '-o', to], env);
		expect(exported.stderr).toBe('');
		expect(exported.code).toBe(0);
		const verified = await khoabang(['verify', to]);
		expect([verified.code, verified.stderr]).toEqual([0, '']);
	}
	const recomputed = await Promise.all([open, full].map((dir) => khoabang(['recompute', dir])));
	expect(recomputed.map(({ code }) => code)).toEqual([0, 0]);
	expect(recomputed[0]?.stdout).toBe(recomputed[1]?.stdout);
	await findChangedByte(open);
}

/** One digit of the score of one row: `verify` says where in the standings it stands. */
async function findChangedByte(bundle: string): Promise<void> {
	const file = path.join(bundle, 'standings.json');
	const text = readFileSync(file, 'utf8');
	const at = text.search(/"score":\d/) + '"score":'.length;
	const digit = text[at] === '1' ? '2' : '1';
	writeFileSync(file, `${text.slice(0, at)}${digit}${text.slice(at + 1)}`);
	const verified = await khoabang(['verify', bundle]);
	expect(verified.code).toBe(1);
	expect(verified.stderr).toMatch(/^standings\.json:1: khác với kết quả tính lại ở /m);
	expect(verified.stderr).toMatch(/dòng \d+, (người|đơn vị) /);
}
