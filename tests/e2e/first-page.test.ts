import { expect as expectPage } from '@playwright/test';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { freshDemo, type DemoDatabase } from '#tests/support/demo.ts';
import { startSite, type Site } from '#tests/support/site.ts';

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

test('the first page of the demo says what it is, in Vietnamese, without a fault in the console', async () => {
	const context = await browser.newContext({
		baseURL: site.baseUrl,
		viewport: { width: 360, height: 740 },
		locale: 'vi-VN'
	});
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	await page.goto('/');
	await expectPage(page.locator('html')).toHaveAttribute('lang', 'vi');
	await expectPage(page.getByRole('heading', { level: 1 })).toBeVisible();
	const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
	expect(wide).toBe(false);
	expect(faults).toEqual([]);
	await context.close();
});
