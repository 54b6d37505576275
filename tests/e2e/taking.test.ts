import AxeBuilder from '@axe-core/playwright';
import { expect as expectPage } from '@playwright/test';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueCard } from '#lib/identity/issue-card.offer.server.ts';
import { instantOf } from '#lib/kernel/instant.ts';
import { instanceKeys } from '#lib/server/config.ts';
import { realRandom } from '#lib/server/random.ts';
import { listLateEvidence } from '#lib/taking/responses.reads.server.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { CONTEST, takingWorld, type Name, type TakingWorld } from '../integration/taking/world.ts';

const HOUR = 3_600_000;
const KHOABANG_SECRET = 'the secret of this test, of 32 characters and more';
let world: TakingWorld;
let site: Site;
let browser: Browser;
beforeAll(async () => {
	const now = Date.now();
	world = await takingWorld((contest) => {
		const [first] = contest.rounds;
		if (first) first.opensAt = instantOf(now - HOUR);
		if (first) first.closesAt = instantOf(now + 2 * HOUR);
		contest.rounds = contest.rounds.slice(0, 1);
		contest.rules.prizes = [];
	});
	[site, browser] = await Promise.all([
		startSite({ databaseUrl: world.database.url, env: { KHOABANG_SECRET } }),
		launchBrowser()
	]);
});
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	await world?.close();
});

const cards = new Map<Name, string>();
async function cardOf(name: Name): Promise<string> {
	const known = cards.get(name);
	if (known) return known;
	const { card } = await world.connections.write.transaction().execute((tx) =>
		issueCard(tx, {
			accountId: world.people[name].personId as string,
			at: instantOf(Date.now()),
			random: realRandom,
			keys: instanceKeys(KHOABANG_SECRET)
		})
	);
	cards.set(name, card);
	return card;
}

interface Device {
	readonly context: BrowserContext;
	readonly page: Page;
	readonly faults: string[];
}

/** A phone of 360 px on which the person has signed in. */
async function phone(name: Name, javaScriptEnabled = true): Promise<Device> {
	const context = await browser.newContext({
		baseURL: site.baseUrl,
		viewport: { width: 360, height: 740 },
		locale: 'vi-VN',
		javaScriptEnabled
	});
	const reply = await context.request.post('/api/v1/sessions', {
		data: { card: await cardOf(name) },
		headers: { origin: site.baseUrl }
	});
	expect(reply.status()).toBe(201);
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(message.text());
	});
	return { context, page, faults };
}

async function start(page: Page): Promise<void> {
	await page.goto(`/cuoc-thi/${CONTEST}`);
	await page.locator('form[action="/lam-bai?/start"] button').first().click();
	await expectPage(page).toHaveURL(/\/lam-bai\/[0-9a-f-]{36}\?w=\d+$/);
}

/** The contest's page leads back to a running attempt; a press makes this device its writer. */
async function resume(page: Page): Promise<void> {
	await page.goto(`/cuoc-thi/${CONTEST}`);
	await page.locator('a[href^="/lam-bai/"]').click();
	await expectPage(page.getByText('Lượt thi của bạn đang mở.')).toBeVisible();
	await page.getByRole('button', { name: 'Làm tiếp trên máy này' }).click();
	await expectPage(page).toHaveURL(/\?w=2$/);
}

/** The first choice of the question, whatever its type. */
async function choose(page: Page): Promise<void> {
	await press(page.locator('#cau-hoi input[type="radio"]').first());
}

/** Where it lies: a click by coordinates may meet the dock that covers the foot of a small screen. */
async function press(input: Locator): Promise<void> {
	await input.evaluate((element) => (element as HTMLInputElement).click());
}

async function goOn(page: Page, question: number): Promise<void> {
	await page.getByRole('button', { name: 'Câu sau' }).click();
	await expectPage(page.getByRole('heading', { level: 1 })).toContainText(`Câu ${question}`);
}

async function fits(page: Page): Promise<void> {
	const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
	expect(wide).toBe(false);
	const { violations } = await new AxeBuilder({ page: page as never }).analyze();
	expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
}

test('on a phone: start, see each answer saved, go on elsewhere, predict, submit, receipt', async () => {
	const first = await phone('An');
	const { page } = first;
	await start(page);
	await expectPage(page.getByRole('heading', { level: 1 })).toContainText('Câu 1');
	await choose(page);
	await expectPage(page.getByText(/Đã lưu câu 1 lúc \d\d:\d\d/)).toBeVisible();
	await fits(page);
	await page.getByRole('button', { name: 'Câu sau' }).click();
	await expectPage(page.getByRole('heading', { level: 1 })).toContainText('Câu 2');
	await choose(page);
	await expectPage(page.getByText(/Đã lưu câu 2/)).toBeVisible();
	await page.reload();
	await expectPage(page.locator('#cau-hoi input:checked')).not.toHaveCount(0);

	const second = await phone('An');
	await resume(second.page);
	await expectPage(second.page.getByText('Đã lưu 2 câu')).toBeVisible();
	await page.getByRole('button', { name: 'Câu sau' }).click();
	await page.getByRole('button', { name: 'Câu sau' }).click();
	await choose(page);
	await expectPage(page.getByText('Bài đang được làm tiếp trên máy khác.')).toBeVisible();
	expect(first.faults.filter((fault) => !fault.includes('409'))).toEqual([]);
	await first.context.close();

	const { page: other } = second;
	await other.getByRole('link', { name: /xem các câu/ }).click();
	await expectPage(other.getByRole('link', { name: 'Câu 2, đã trả lời' })).toBeVisible();
	await fits(other);
	await other.getByRole('link', { name: 'Nộp bài' }).click();
	await expectPage(
		other.getByRole('heading', { name: 'Bạn còn 18 câu chưa trả lời' })
	).toBeVisible();
	await other.getByRole('button', { name: 'Nộp bài' }).click();
	await expectPage(other.getByText('Bạn nhập lại, hoặc chọn không dự đoán.')).toBeVisible();
	await other.getByLabel(/Có bao nhiêu người/).fill('287');
	await fits(other);
	await other.getByRole('button', { name: 'Nộp bài' }).click();
	const dialog = other.getByRole('dialog', { name: 'Nộp bài bây giờ?' });
	await expectPage(dialog.getByText('287 người')).toBeVisible();
	await dialog.getByRole('button', { name: 'Nộp bài' }).click();
	await expectPage(other).toHaveURL(/\/bien-nhan\/KB-/);
	await expectPage(other.getByRole('heading', { name: 'Bạn đã nộp bài' })).toBeVisible();
	await fits(other);
	// The browser names the answer to the prediction that was left out.
	expect(second.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
	const receipt = other.url().split('/').at(-1);
	const verified = await other.request.get(`/api/v1/verify/${receipt}`);
	expect(await verified.json()).toMatchObject({
		kind: 'receipt',
		status: 'valid',
		serial: receipt
	});
	await second.context.close();
});

interface Stored {
	attempt: { status: string };
	responses: { position: number; response: unknown; clientSeq: number }[];
}
async function storedOf({ page, context }: Device): Promise<Stored> {
	const id = new URL(page.url()).pathname.split('/')[2];
	return (await (await context.request.get(`/api/v1/attempts/${id}`)).json()) as Stored;
}
test('an answer given after the session has ended elsewhere waits on the device for the next sign-in', async () => {
	const device = await phone('Chi');
	const { page, context } = device;
	await start(page);
	await context.request.delete('/api/v1/sessions/current', { headers: { origin: site.baseUrl } });
	await choose(page);
	await expectPage(page.getByText('Máy này không còn đăng nhập bằng thẻ của bạn.')).toBeVisible();
	await expectPage(page.getByText('1 câu chờ gửi')).toBeVisible();
	await fits(page);
	const back = page.getByRole('link', { name: 'Đăng nhập lại' });
	expect(await back.getAttribute('href')).toBe(
		`/vao?ve=${encodeURIComponent(new URL(page.url()).pathname + new URL(page.url()).search)}`
	);
	await context.request.post('/api/v1/sessions', {
		data: { card: await cardOf('Chi') },
		headers: { origin: site.baseUrl }
	});
	await page.reload();
	await expectPage(page.getByText(/Đã lưu câu 1 lúc/)).toBeVisible();
	expect((await storedOf(device)).responses).toHaveLength(1);

	// Two tabs of one browser, which cannot even tell each other their numbers.
	const other = await context.newPage();
	await other.goto(page.url());
	await goOn(page, 2);
	await choose(page);
	await expectPage(page.getByText(/Đã lưu câu 2 lúc/)).toBeVisible();
	const before = (await storedOf(device)).responses.find((saved) => saved.position === 2);
	await other.evaluate(() => localStorage.clear());
	await goOn(other, 2);
	await press(other.locator('#cau-hoi input[type="radio"]').last());
	await expectPage(other.getByText(/Đã lưu câu 2 lúc/)).toBeVisible();
	const after = (await storedOf(device)).responses.find((saved) => saved.position === 2);
	expect(after?.response).not.toEqual(before?.response);
	expect(after?.clientSeq).toBeGreaterThan(before?.clientSeq ?? 0);
	await context.close();
});

test('an answer that the end overtook is handed in late, also when the first try is cut off', async () => {
	const device = await phone('Em');
	const { page, context } = device;
	await start(page);
	const id = new URL(page.url()).pathname.split('/')[2] as string;
	await page.route('**/responses/*', (route) => route.abort());
	await choose(page);
	await expectPage(page.getByText('Mất mạng.')).toBeVisible();
	const handedIn = await context.request.post(`/api/v1/attempts/${id}/submission`, {
		data: { prediction: null },
		headers: { origin: site.baseUrl }
	});
	expect(handedIn.status()).toBe(200);
	let cuts = 0;
	await page.route('**/responses', (route) => {
		cuts += 1;
		return cuts === 1 ? route.abort() : route.continue();
	});
	await page.unroute('**/responses/*');
	await expectPage(page).toHaveURL(/\/bien-nhan\/KB-/, { timeout: 30_000 });
	expect(cuts).toBe(2);
	const late = await listLateEvidence(world.connections.read, id);
	expect(late).toMatchObject([{ kind: 'attempt-ended', position: 1, clientSeq: 1 }]);

	// What was left on the device is handed in when its receipt is opened.
	await page.evaluate((attemptId) => {
		const unsent = JSON.stringify({ response: null, clientSeq: 9 });
		localStorage.setItem(`khoabang/${attemptId}/1/2`, unsent);
	}, id);
	await page.reload();
	await expectPage(page.getByText(/1 câu trả lời đến sau khi hết giờ/)).toBeVisible({
		timeout: 30_000
	});
	expect(await listLateEvidence(world.connections.read, id)).toHaveLength(2);
	await context.close();
});

test('without JavaScript each answer is a form, and the same attempt is handed in', async () => {
	const { context, page } = await phone('Binh', false);
	await start(page);
	await choose(page);
	await page.getByRole('button', { name: 'Câu sau' }).click();
	await expectPage(page.getByRole('heading', { level: 1 })).toContainText('Câu 2');
	await expectPage(page.getByText('Đã lưu 1 câu')).toBeVisible();
	await page.getByRole('link', { name: 'Câu trước' }).click();
	await expectPage(page.locator('#cau-hoi input:checked')).not.toHaveCount(0);
	await page.getByRole('link', { name: /xem các câu/ }).click();
	await page.getByRole('link', { name: 'Nộp bài' }).click();
	await press(page.getByLabel('Tôi không dự đoán'));
	await page.getByRole('button', { name: 'Nộp bài' }).click();
	await page.locator('form[action^="?/submit"] button').click();
	await expectPage(page).toHaveURL(/\/bien-nhan\/KB-/);
	await context.close();
});
