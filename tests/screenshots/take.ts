// `npm run screenshots`: pictures of the screens of the demo world into docs/screenshots, for people to look at.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { screens, type Screen } from './screens.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDemoSite } from './demo-site.ts';
import type { DemoAccess } from '#src/demo/open-access.server.ts';

const folder = path.resolve(process.argv[2] ?? 'docs/screenshots');
const only = process.argv[3];

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } } as const;
const themes = ['light', 'dark'] as const;

const site = await startDemoSite();
const browser = await launchBrowser();
try {
	mkdirSync(folder, { recursive: true });
	for (const screen of screens)
		if (only === undefined || screen.name.includes(only)) await takeAll(browser, screen);
} finally {
	await browser.close();
	await site.stop();
}

async function takeAll(browser: Browser, screen: Screen): Promise<void> {
	for (const size of screen.sizes)
		for (const theme of themes) {
			const context = await browser.newContext({
				baseURL: site.baseUrl,
				locale: 'vi-VN',
				timezoneId: 'Asia/Ho_Chi_Minh',
				viewport: sizes[size],
				deviceScaleFactor: 1
			});
			await context.addCookies([{ name: 'kb_theme', value: theme, url: site.baseUrl }]);
			const file = path.join(folder, `${screen.name}-${size}-${theme}.png`);
			try {
				await takeOne(context, screen, file);
				console.log(path.basename(file));
			} catch (error) {
				console.error(`${screen.name}: ${String(error)}`);
				process.exitCode = 1;
			}
			await context.close();
		}
}

async function takeOne(context: BrowserContext, screen: Screen, file: string): Promise<void> {
	rmSync(file, { force: true });
	const page = await context.newPage();
	if (screen.who) await signIn(page, screen.who, site.access);
	await screen.open(page);
	await page.evaluate(() => document.fonts.ready);
	await page.screenshot({ path: file, fullPage: true });
}

async function signIn(
	page: Page,
	who: NonNullable<Screen['who']>,
	access: DemoAccess
): Promise<void> {
	const account = access.accounts.find(({ role }) => role === who);
	const data = account
		? { username: account.username, password: account.password }
		: { card: access.card };
	const answer = await page.request.post('/api/v1/sessions', {
		data,
		headers: { origin: site.baseUrl }
	});
	if (!answer.ok()) throw new Error(`sign-in as ${who}: ${answer.status()}`);
}
