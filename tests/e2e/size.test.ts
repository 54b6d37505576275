import { brotliCompressSync } from 'node:zlib';
import { expect as expectPage } from '@playwright/test';
import type { Browser, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { freshDemo, type DemoDatabase } from '#tests/support/demo.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { phoneSize, signIn, visit } from '#tests/support/visit.ts';

const KB = 1024;

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

interface Sent {
	readonly path: string;
	readonly bytes: number;
}

/** What came over the wire for each address, fonts and the picture of the tab aside. */
async function sent(responses: readonly Response[]): Promise<Sent[]> {
	const counted = responses.filter(
		(response) => !/\.(woff2|svg)$/.test(new URL(response.url()).pathname)
	);
	return Promise.all(
		counted.map(async (response) => ({
			path: new URL(response.url()).pathname,
			bytes: (await response.request().sizes()).responseBodySize
		}))
	);
}

const total = (list: readonly Sent[]) => list.reduce((sum, { bytes }) => sum + bytes, 0);
const table = (list: readonly Sent[]) =>
	[...list]
		.sort((a, b) => b.bytes - a.bytes)
		.map(({ path, bytes }) => `${String(bytes).padStart(7)} ${path}`)
		.join('\n');

test('the contest page and the taking page come to 70 KB together, the paper to 40 KB more, without the bold font', async () => {
	const device = await visit(browser, { baseUrl: site.baseUrl, size: phoneSize });
	await signIn(device, site.baseUrl, { card: demo.access.card });
	const { page } = device;
	await page.goto('/cuoc-thi/w2-mo', { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
	await expectPage(page.getByRole('heading', { level: 1 })).toContainText('Câu 1');
	await page.waitForLoadState('networkidle');

	const attempt = /\/lam-bai\/([0-9a-f-]+)/.exec(page.url())?.[1];
	const view = (await (await page.request.get(`/api/v1/attempts/${attempt}`)).json()) as {
		paper: object;
	};
	const paper = brotliCompressSync(JSON.stringify(view.paper)).length;
	const list = await sent(device.responses);
	expect(list.length).toBeGreaterThan(5);
	expect(total(list) - paper, table(list)).toBeLessThanOrEqual(70 * KB);
	expect(paper).toBeLessThanOrEqual(40 * KB);

	const other = await visit(browser, { baseUrl: site.baseUrl, size: phoneSize });
	await signIn(other, site.baseUrl, { card: demo.access.card });
	await other.page.goto(page.url(), { waitUntil: 'networkidle' });
	const fonts = other.urls.filter((url) => url.includes('be-vietnam-pro'));
	expect(fonts.length).toBeGreaterThan(0);
	expect(fonts.filter((url) => url.includes('700'))).toEqual([]);
	await Promise.all([device.context.close(), other.context.close()]);
});
