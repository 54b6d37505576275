import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import { answer } from '../../screenshots/taking-steps.ts';
import { device, type Story } from './world.ts';

const resume = 'Làm tiếp trên máy này';

/** Step 5: card, consent, thể lệ, answers, another device, receipt. Answers the receipt's code. */
export async function takePart(story: Story): Promise<string> {
	const first = await device(story, 'phone');
	const card = cardOf(story);
	await enter(first.page, card);
	await giveConsent(first.page);
	await expect(first.page.getByRole('heading', { name: 'Thể lệ' })).toBeVisible();
	await expect(first.page.getByText('Thời gian làm bài là 30 phút.').first()).toBeVisible();
	await first.page.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
	const answered = await answerBothKinds(first.page);
	const address = first.page.url();
	await first.page.close();

	const second = await device(story, 'phone');
	await enter(second.page, card);
	await second.page.getByRole('link', { name: 'Làm bài tiếp' }).click();
	await second.page.getByRole('button', { name: resume }).click();
	await second.page.waitForURL(/w=\d+/);
	await expect(second.page.getByText(`Đã lưu ${answered} câu`)).toBeVisible();
	await timeIsTheServers(second.page);

	const again = await first.context.newPage();
	await again.goto(address);
	await expect(again.getByRole('button', { name: resume })).toBeVisible();
	await expect(again.locator('#cau-hoi input[type="radio"]').first()).toBeDisabled();

	await second.page.getByRole('link', { name: /xem các câu/ }).click();
	await second.page.getByRole('link', { name: 'Nộp bài' }).click();
	await second.page.getByRole('button', { name: 'Nộp bài' }).click();
	await second.page.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
	return receiptOf(second.page);
}

function cardOf(story: Story): string {
	const newcomer = story.wayIn('newcomer');
	if (!('card' in newcomer)) throw new Error('a pupil signs in with a card');
	return newcomer.card;
}

/** From the contest's page to the card form, and on: back, or to the consents that are missing. */
async function enter(page: Page, card: string): Promise<void> {
	const [code = '', pin = ''] = card.split(' ');
	await page.goto('/cuoc-thi/w2-mo');
	await page.getByRole('link', { name: 'Đăng nhập để thi' }).click();
	await page.getByLabel('Mã thẻ').fill(code);
	await page.getByLabel('Mã PIN 6 số').fill(pin);
	await page.getByRole('button', { name: 'Vào thi' }).click();
	await page.waitForURL((url) => url.pathname !== '/vao');
}

async function giveConsent(page: Page): Promise<void> {
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bạn đồng ý những việc nào?');
	const choose = (purpose: string, choice: string) =>
		page.getByRole('group', { name: purpose }).getByRole('radio', { name: choice }).check();
	await choose('1. Dự thi', 'Đồng ý');
	await choose('2. Nêu tên trên bảng xếp hạng', 'Không');
	await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
	await page.waitForURL(/\/cuoc-thi\/w2-mo/);
}

/** Answers from the first question on, until a single choice and a true/false group are among them. */
async function answerBothKinds(page: Page): Promise<number> {
	const seen = new Set<boolean>();
	for (let question = 1; ; question++) {
		await answer(page, question);
		seen.add((await page.locator('#cau-hoi [role="radiogroup"]').count()) > 0);
		if (seen.size === 2) return question;
		await page.getByRole('button', { name: 'Câu sau' }).click();
	}
}

/** The clock on the screen is the server's, give or take what passed between two looks. */
async function timeIsTheServers(page: Page): Promise<void> {
	const id = /\/lam-bai\/([0-9a-f-]+)/.exec(page.url())?.[1];
	await expect(async () => {
		const reply = await page.request.get(`/api/v1/attempts/${id}/pulse`);
		const { deadline, serverTime } = (await reply.json()) as Record<string, string>;
		const left = (Date.parse(deadline ?? '') - Date.parse(serverTime ?? '')) / 1_000;
		const shown = await page.getByRole('timer').textContent();
		const [, minutes, seconds] = /(\d+):(\d+)/.exec(shown ?? '') ?? [];
		expect(Math.abs(Number(minutes) * 60 + Number(seconds) - left)).toBeLessThan(4);
	}).toPass();
}

export async function receiptOf(page: Page): Promise<string> {
	await page.waitForURL(/\/bien-nhan\/KB-/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Bạn đã nộp bài');
	const serial = page.url().split('/').at(-1) ?? '';
	const reply = await page.request.get(`/api/v1/verify/${serial}`);
	expect(await reply.json()).toMatchObject({ kind: 'receipt', status: 'valid', serial });
	return serial;
}
