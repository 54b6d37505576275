import type { Browser, BrowserContext, Page, Response } from 'playwright-core';

/** What a page asked for and complained about while it was visited. */
export interface Watch {
	/** Console errors and uncaught exceptions. */
	readonly faults: string[];
	/** Requests that got no answer; one the page itself gave up, as an event stream at its end, is none. */
	readonly failed: string[];
	readonly responses: Response[];
	readonly urls: string[];
}

export interface Device extends Watch {
	readonly context: BrowserContext;
	readonly page: Page;
}

export const phoneSize = { width: 360, height: 740 } as const;
export const deskSize = { width: 1280, height: 800 } as const;

export interface Visitor {
	readonly baseUrl: string;
	readonly size?: { readonly width: number; readonly height: number };
	readonly theme?: 'light' | 'dark';
	readonly language?: 'vi' | 'en';
}

/** A browser of one person, with nothing in it, that notes all it does. */
export async function visit(browser: Browser, visitor: Visitor): Promise<Device> {
	const { baseUrl, size = deskSize, theme } = visitor;
	const context = await browser.newContext({
		baseURL: baseUrl,
		viewport: size,
		locale: visitor.language === 'en' ? 'en-GB' : 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh',
		hasTouch: size.width < 768
	});
	if (theme) await context.addCookies([{ name: 'kb_theme', value: theme, url: baseUrl }]);
	const watch: Watch = { faults: [], failed: [], responses: [], urls: [] };
	context.on('weberror', (error) => watch.faults.push(String(error.error())));
	context.on('console', (message) => {
		if (message.type() === 'error') watch.faults.push(message.text());
	});
	context.on('request', (request) => watch.urls.push(request.url()));
	context.on('response', (response) => watch.responses.push(response));
	context.on('requestfailed', (request) => {
		const why = request.failure()?.errorText ?? '';
		if (why !== 'net::ERR_ABORTED') watch.failed.push(`${request.url()} ${why}`);
	});
	return { ...watch, context, page: await context.newPage() };
}

export type Credentials =
	{ readonly card: string } | { readonly username: string; readonly password: string };

/** Signs the device in by the API, where the sign-in page itself is not what a test is about. */
export async function signIn(
	{ context }: Device,
	baseUrl: string,
	who: Credentials
): Promise<void> {
	const data =
		'card' in who ? { card: who.card } : { username: who.username, password: who.password };
	const reply = await context.request.post('/api/v1/sessions', {
		data,
		headers: { origin: baseUrl }
	});
	if (reply.status() !== 201) throw new Error(`sign-in: ${reply.status()} ${await reply.text()}`);
}

/** Requests that leave the site. */
export function foreignUrls(urls: readonly string[], baseUrl: string): string[] {
	return urls.filter((url) => !url.startsWith(`${baseUrl}/`) && !url.startsWith('data:'));
}
