// `npm run screenshots`: pictures of the screens of the demo world into docs/screenshots, for people to look at.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { screens, type Screen } from './screens.ts';
import { launchBrowser } from '../support/browser.ts';
import { deskSize, phoneSize, signIn, visit } from '../support/visit.ts';
import { startDemoSite } from './demo-site.ts';

const folder = path.resolve(process.argv[2] ?? 'docs/screenshots');
const only = new RegExp(process.argv[3] ?? '');

const sizes = { phone: phoneSize, desk: deskSize } as const;
const LONGEST = 2_000;
const themes = ['light', 'dark'] as const;

const site = await startDemoSite();
const browser = await launchBrowser();
try {
	mkdirSync(folder, { recursive: true });
	for (const screen of screens) if (only.test(screen.name)) await takeAll(browser, screen);
} finally {
	await browser.close();
	await site.stop();
}

async function takeAll(browser: Browser, screen: Screen): Promise<void> {
	for (const size of screen.sizes)
		for (const theme of themes) {
			const file = `${screen.name}-${size}-${theme}.png`;
			const device = await visit(browser, { baseUrl: site.baseUrl, size: sizes[size], theme });
			try {
				if (screen.who) await signIn(device, site.baseUrl, site.wayIn(screen.who));
				await takeOne(device.page, screen, path.join(folder, file));
				console.log([file, ...device.faults, ...device.failed].join('\n  '));
			} catch (error) {
				console.error(`${file}: ${String(error)}`);
				process.exitCode = 1;
			}
			await device.context.close();
		}
}

/** The whole page, but no longer than people look; a taking screen as its window. */
async function takeOne(page: Page, screen: Screen, file: string): Promise<void> {
	rmSync(file, { force: true });
	await screen.open(page);
	await page.evaluate(() => document.fonts.ready);
	const whole = await page.evaluate(() => ({
		width: innerWidth,
		height: document.documentElement.scrollHeight
	}));
	const clip = { x: 0, y: 0, width: whole.width, height: Math.min(whole.height, LONGEST) };
	await page.screenshot(screen.window ? { path: file } : { path: file, fullPage: true, clip });
}
