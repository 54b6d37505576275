import { expect as expectPage } from '@playwright/test';
import type { Page } from 'playwright-core';

/** Starts a paper of the contest and answers questions 1 and 2. */
export async function startPaper(page: Page): Promise<void> {
	await page.goto('/cuoc-thi/w1-mo');
	await page.getByRole('button', { name: 'Bắt đầu làm bài' }).click();
	for (const question of [1, 2]) {
		await answer(page, question);
		await page.getByRole('button', { name: 'Câu sau' }).click();
	}
	await answer(page, 3);
}

/** Gives every part of the question its first answer, and waits until it is saved. */
export async function answer(page: Page, question: number): Promise<void> {
	await expectPage(page.getByRole('heading', { level: 1 })).toContainText(`Câu ${question} `);
	const groups = page.locator('#cau-hoi [role="radiogroup"]');
	const parts = (await groups.count()) || 1;
	for (let part = 0; part < parts; part++) {
		const within = parts > 1 ? groups.nth(part) : page.locator('#cau-hoi');
		await within.locator('label').first().click();
	}
	await expectPage(page.getByText(new RegExp(`Đã lưu câu ${question} lúc`))).toBeVisible();
}

export async function openOverview(page: Page): Promise<void> {
	await page.getByRole('link', { name: /xem các câu/ }).click();
}

/** To the page before handing in. */
export async function openSubmit(page: Page): Promise<void> {
	await openOverview(page);
	await page.getByRole('link', { name: 'Nộp bài' }).click();
	await expectPage(page.getByRole('heading', { name: /chưa trả lời/ })).toBeVisible();
}

export async function openConfirm(page: Page): Promise<void> {
	await openSubmit(page);
	await page.getByLabel(/Có bao nhiêu người/).fill('287');
	await page.getByRole('button', { name: 'Nộp bài' }).click();
	await expectPage(page.getByRole('dialog', { name: 'Nộp bài bây giờ?' })).toBeVisible();
}

export async function handIn(page: Page): Promise<void> {
	await openConfirm(page);
	await page.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
	await page.waitForURL(/\/bien-nhan\/KB-/);
}

/** A session that waits for the head's confirmation. */
export async function recordSession(page: Page, title: string): Promise<void> {
	await page.goto('/truong/viec');
	await page.getByLabel('Tên hoạt động').fill(title);
	await page.getByLabel('Lớp').fill('8A1, 8A2');
	await page.getByLabel('Số người dự').fill('84');
	await page.getByLabel('Minh chứng').fill('Biên bản, 6 ảnh chụp tập thể');
	await page.getByRole('button', { name: 'Ghi hoạt động' }).click();
	await page.waitForURL(/\/truong\/viec\/[0-9a-f-]{36}/);
}
