import { expect } from '@playwright/test';
import { handIn, startPaper } from '../../screenshots/taking-steps.ts';
import { signIn } from '#tests/support/visit.ts';
import { receiptOf } from './pupil.ts';
import { device, deskOf, type Story } from './world.ts';

/** Steps 5 and 6: boards that are open in a browser show the attempt that is handed in elsewhere. */
export async function followBoards(story: Story): Promise<void> {
	const people = (await device(story, 'desk')).page;
	const units = (await device(story, 'desk')).page;
	await people.goto('/ket-qua/w1-mo/ca-nhan');
	await units.goto('/ket-qua/w1-mo/don-vi');
	await expect(people.getByText('Chưa có bài thi nào được nộp.')).toBeVisible();

	const phone = await device(story, 'phone');
	await signIn(phone, story.baseUrl, story.wayIn('member'));
	await startPaper(phone.page);
	await handIn(phone.page);
	await receiptOf(phone.page);
	await expect(phone.page.getByText('287')).toBeVisible();

	const row = people.getByRole('table').getByRole('row').nth(1);
	await expect(row).toContainText('Tổ dân phố Lãm Hà', { timeout: 60_000 });
	await expect(people.getByText(/^Tạm tính/).first()).toBeVisible();
	await expect(people.getByRole('main')).not.toContainText('287');
	const unit = units.getByRole('row', { name: /Đoàn phường Kiến An/ });
	await expect(unit.getByRole('cell', { name: '1', exact: true }).first()).toBeVisible({
		timeout: 60_000
	});
}

/** Step 6: the published standings of W1. */
export async function readStandings(story: Story): Promise<void> {
	const { page } = await device(story, 'desk');
	await page.goto('/ket-qua/w1-doan-vien-cds-2026/ca-nhan?round=r1');
	const rows = page.getByRole('table').first().getByRole('row');
	await expect(rows.nth(1).getByRole('cell').first()).toHaveText('1');
	await expect(page.getByText(/^Xếp trên nhờ/).first()).toBeVisible();
	await expect(page.getByRole('rowheader', { name: 'Ẩn danh' }).first()).toBeVisible();
	await expect(page.getByRole('rowheader', { name: /^[A-ZĐ]\.[A-ZĐ]/ }).first()).toBeVisible();
	await page.goto('/ket-qua/w1-doan-vien-cds-2026/don-vi');
	await expect(page.getByRole('row', { name: /Đoàn phường Kiến An/ })).toBeVisible();
}

/** Step 8: who took part, from the city down to a class. */
export async function readParticipation(story: Story): Promise<void> {
	const { page } = await deskOf(story, 'official');
	for (const [unit, contest] of [
		['thanh-pho-hai-phong', 'w1-mo'],
		['thcs-tran-phu-8a2', 'w2-mo']
	]) {
		await expect(async () => {
			await page.goto(`/don-vi/${unit}/tham-gia?contest=${contest}`);
			const funnel = page.getByRole('list', { name: 'Từ đăng ký đến đúng hết' });
			await expect(funnel).toContainText(/Hoàn thành\s*1/, { timeout: 1_000 });
		}).toPass({ timeout: 60_000 });
	}
}
