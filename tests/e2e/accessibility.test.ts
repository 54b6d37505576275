import { expect as expectPage } from '@playwright/test';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { freshDemo, type DemoDatabase } from '#tests/support/demo.ts';
import { axeFaults, sidewaysRoom, smallTargets, unseenFocus } from '#tests/support/page-faults.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { deskSize, phoneSize, signIn, visit } from '#tests/support/visit.ts';
import { screens } from '../screenshots/screens.ts';
import { waysIn, type WayIn } from '../screenshots/ways-in.ts';

let demo: DemoDatabase;
let wayIn: WayIn;
let site: Site;
let browser: Browser;
beforeAll(async () => {
	demo = await freshDemo();
	wayIn = await waysIn(demo.connections, demo.access);
	[site, browser] = await Promise.all([startSite({ databaseUrl: demo.url }), launchBrowser()]);
}, 300_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	await demo?.close();
});

async function open(screen: (typeof screens)[number]) {
	const device = await visit(browser, { baseUrl: site.baseUrl, size: phoneSize, theme: 'light' });
	await device.page.emulateMedia({ reducedMotion: 'reduce' });
	if (screen.who) await signIn(device, site.baseUrl, wayIn(screen.who));
	await screen.open(device.page);
	return device;
}

test.each(screens)(
	'$name is clean for the checker in light and dark, and fits a phone of 360 px',
	async (screen) => {
		const device = await open(screen);
		const { page } = device;
		expect(await sidewaysRoom(page), 'sideways').toBe(0);
		expect(await smallTargets(page), 'targets').toEqual([]);
		expect(await axeFaults(page), 'light').toEqual([]);
		await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
		expect(await axeFaults(page, ['color-contrast']), 'dark').toEqual([]);
		await page.setViewportSize(deskSize);
		expect(await axeFaults(page), 'dark, on a desk').toEqual([]);
		const served = await (await page.request.get(page.url())).text();
		expect(served).toContain('<main');
		expect(served).not.toMatch(/<[^>]*\sstyle=/);
		expect([...device.faults, ...device.failed]).toEqual([]);
		await device.context.close();
	}
);

test.each(['/', '/vao', '/cuoc-thi/w1-mo', '/ket-qua/w1-doan-vien-cds-2026/ca-nhan'])(
	'on %s the keyboard shows where it is',
	async (path) => {
		const { context, page } = await visit(browser, { baseUrl: site.baseUrl });
		await page.goto(path);
		expect(await unseenFocus(page, 20)).toEqual([]);
		await context.close();
	}
);

test('a question is answered by keyboard alone', async () => {
	const device = await visit(browser, { baseUrl: site.baseUrl });
	await signIn(device, site.baseUrl, wayIn('member'));
	const { page } = device;
	await page.goto('/cuoc-thi/w1-mo');
	await page.getByRole('button', { name: 'Bắt đầu làm bài' }).press('Enter');
	await expectPage(page.getByRole('heading', { level: 1 })).toContainText('Câu 1 ');
	const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement).type);
	for (let tabs = 0; tabs < 20 && (await focused()) !== 'radio'; tabs++)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await expectPage(page.locator('#cau-hoi input:focus')).toBeChecked();
	await expectPage(page.getByText(/Đã lưu câu 1 lúc/)).toBeVisible();
	await page.keyboard.press('Enter');
	await expectPage(page.getByRole('heading', { level: 1 })).toContainText('Câu 2 ');
	await device.context.close();
});
