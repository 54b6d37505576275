import fs from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect as expectPage } from '@playwright/test';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { khoabang } from '#tests/support/command.ts';
import { freshDemo, type DemoDatabase } from '#tests/support/demo.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { deskSize, phoneSize, signIn, visit, type Device } from '#tests/support/visit.ts';

const W1 = '/ket-qua/w1-doan-vien-cds-2026';

let demo: DemoDatabase;
let site: Site;
let browser: Browser;
beforeAll(async () => {
	demo = await freshDemo();
	[site, browser] = await Promise.all([startSite({ databaseUrl: demo.url }), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	await demo?.close();
});

const pages = [
	'/ket-qua',
	`${W1}/don-vi?round=r1`,
	`${W1}/ca-nhan?round=r1`,
	`${W1}/ca-nhan?round=final`,
	`${W1}/cong-bo?round=r1`,
	'/ket-qua/w2-thcs-cds-2024/don-vi',
	'/ket-qua/w1-mo/don-vi',
	'/ket-qua/w1-mo/ca-nhan'
];

async function faultsOf({ page, faults }: Device): Promise<unknown> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
	return { axe: violations.map(({ id }) => id), wide, faults, small: await smallTargets(page) };
}

/** Links and controls of the page that a finger would miss; a link inside a sentence is none. */
function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const tall = (element: Element) => {
			const { width, height } = element.getBoundingClientRect();
			return width === 0 || (width >= 43.5 && height >= 43.5);
		};
		const all = [...document.querySelectorAll('main a, main button, main select, main input')];
		return all.filter((element) => !tall(element)).map((element) => element.outerHTML);
	});
}

test.each(pages)('%s is whole on a phone, in the dark and for a screen reader', async (address) => {
	const phone = await visit(browser, { baseUrl: site.baseUrl, size: phoneSize });
	await phone.page.goto(address);
	await expectPage(phone.page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await faultsOf(phone)).toEqual({ axe: [], wide: false, faults: [], small: [] });
	const dark = await visit(browser, { baseUrl: site.baseUrl, size: deskSize, theme: 'dark' });
	await dark.page.goto(address);
	const { violations } = await new AxeBuilder({ page: dark.page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await Promise.all([phone.context.close(), dark.context.close()]);
});

test('without script: from the list to a week, its units with their reasons, its people, and why one stands above', async () => {
	const context = await browser.newContext({ baseURL: site.baseUrl, javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/ket-qua');
	await page.locator(`a[href="${W1}/don-vi"]`).click();
	await page.getByRole('link', { name: 'Tuần 1' }).click();
	await expectPage(page.getByRole('heading', { level: 1 })).toHaveText('Tuần 1');
	const unit = page.getByRole('row', { name: /Đoàn phường Kiến An/ });
	await expectPage(unit).toContainText('1.160');
	await expectPage(unit).toContainText('4,39%');
	await expectPage(unit).toContainText('Chưa đạt tỷ lệ tham gia tối thiểu');
	await expectPage(page.getByRole('row', { name: /Nguyễn Bỉnh Khiêm/ })).toContainText(
		'Chưa có mẫu số'
	);
	await expectPage(page.getByText('Bản công bố 1, 09:00 ngày 13/10')).toBeVisible();

	await page.getByRole('link', { name: 'Cá nhân', exact: true }).click();
	await page.getByLabel('Bảng', { exact: true }).selectOption('truong-hoc');
	await page.getByRole('button', { name: 'Xem' }).click();
	expect(new URL(page.url()).searchParams.get('round')).toBe('r1');
	const rows = page.getByRole('row');
	await expectPage(rows.nth(1)).toContainText('10:48,045');
	await expectPage(rows.nth(1)).toContainText('Xếp trên nhờ điểm cao hơn');
	await page.getByRole('link', { name: /So sánh hạng 7 với hạng 8/ }).click();
	const comparison = page.getByRole('region', { name: 'Vì sao hạng 7 đứng trên hạng 8?' });
	await expectPage(comparison).toContainText('08:32,337');
	await expectPage(comparison).toContainText('nhanh hơn');
	await expectPage(comparison).toContainText('14:47,264');
	await context.close();
});

test('a board moves by itself while its round is open, and tells its reader where they stand', async () => {
	const device = await visit(browser, { baseUrl: site.baseUrl });
	const watcher = await visit(browser, { baseUrl: site.baseUrl });
	await watcher.page.goto('/ket-qua/w2-mo/ca-nhan');
	await expectPage(watcher.page.getByText('Chưa có bài thi nào được nộp.')).toBeVisible();
	await expectPage(watcher.page.getByText('Tạm tính')).toBeVisible();

	await signIn(device, site.baseUrl, { card: demo.access.card });
	await submitOne(device);
	await expectPage(watcher.page.getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 });
	expect(watcher.faults).toEqual([]);

	await device.page.goto('/ket-qua/w2-mo/ca-nhan');
	const own = device.page.getByRole('row', { name: /Bạn/ });
	const me = await device.context.request.get('/api/v1/me');
	const { name } = (await me.json()) as { name: string };
	await expectPage(own).toContainText(name);
	await expectPage(watcher.page.getByText(name)).toHaveCount(0);
	await Promise.all([device.context.close(), watcher.context.close()]);
});

/** Starts and hands in an empty paper of the open contest, by the API. */
async function submitOne({ context }: Device): Promise<void> {
	const headers = { origin: site.baseUrl };
	const contest = await context.request.get('/api/v1/contests/w2-mo');
	const { rounds } = (await contest.json()) as { rounds: { id: string }[] };
	const started = await context.request.post(`/api/v1/rounds/${rounds[0]?.id}/attempts`, {
		headers,
		data: {}
	});
	expect(started.status()).toBe(201);
	const { attempt } = (await started.json()) as { attempt: { id: string } };
	const handedIn = await context.request.post(`/api/v1/attempts/${attempt.id}/submission`, {
		headers,
		data: { prediction: null }
	});
	expect(handedIn.status()).toBe(200);
}

test('the files of a publication, downloaded from its page, verify', async () => {
	const { context, page } = await visit(browser, { baseUrl: site.baseUrl });
	await page.goto(`${W1}/cong-bo?round=r1`);
	await expectPage(page.getByRole('row', { name: /Giải Nhất tuần 1/ })).toContainText(
		'Chi đoàn Tổ dân phố Ngọc Sơn'
	);
	const week = page.getByRole('listitem').filter({ hasText: 'Tuần 1: bản công bố 1' });
	const folder = temporaryFolder('khoabang-public-');
	try {
		for (const name of ['contest.json', 'attempts.ndjson', 'standings.json', 'SHA256SUMS']) {
			const coming = page.waitForEvent('download');
			await week.getByRole('link', { name, exact: true }).click();
			await (await coming).saveAs(path.join(folder, name));
		}
		const { form } = JSON.parse(fs.readFileSync(path.join(folder, 'contest.json'), 'utf8')) as {
			form: string;
		};
		expect(form).toBe('public');
		expect(await khoabang(['verify', folder])).toMatchObject({ code: 0 });
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
	await context.close();
});

test.each([
	'/ket-qua/khong-co/don-vi',
	`${W1}/ca-nhan?round=r9`,
	`${W1}/cong-bo/7/standings.json?round=r1`,
	`${W1}/cong-bo/1/roster.csv?round=r1`,
	`${W1}/cong-bo/x/standings.json`
])('%s is not there', async (address) => {
	expect((await fetch(site.baseUrl + address)).status).toBe(404);
});

test('whatever the query holds, the page answers with what it can read of it', async () => {
	const odd = '?round=r1&group=nobody&unit=&cursor=-1&compare=x';
	for (const page of ['don-vi', 'ca-nhan', 'cong-bo'])
		expect((await fetch(`${site.baseUrl}${W1}/${page}${odd}`)).status).toBe(200);
});
