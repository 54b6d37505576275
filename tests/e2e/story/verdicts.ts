import { expect } from '@playwright/test';
import { dayOf, instantOf } from '#lib/kernel/instant.ts';
import { recordSession } from '../../screenshots/taking-steps.ts';
import { deskOf, type Story } from './world.ts';

/** Step 9: a head confirms a session in the browser, and the official sees it counted. */
export async function judge(story: Story): Promise<void> {
	const head = (await deskOf(story, 'school-head')).page;
	const official = (await deskOf(story, 'official')).page;
	const today = dayOf(instantOf(Date.now()));
	const i1 = `/ke-hoach/thai-binh-2023-2025/I1?as-of=${today}&reading=as-now`;
	await official.goto(i1);
	await expect(official.getByText('0 trên 3 đơn vị.', { exact: true })).toBeVisible();

	await recordSession(head, 'Ngoại khóa: Công dân số');
	await head.getByRole('button', { name: 'Xác nhận đúng thực tế' }).click();
	await expect(head.getByText(/đã xác nhận ngày/)).toBeVisible();

	await official.goto(i1);
	await expect(official.getByText('1 trên 3 đơn vị.', { exact: true })).toBeVisible();
	await expect(official.getByRole('row', { name: /Trường THCS Tiền Hải Tính/ })).toBeVisible();

	for (const [plan, verdict, count] of [
		['kien-an-2024', 'Đạt', '5 trên 6 đơn vị.'],
		['vinh-bao-2024', 'Chưa đạt', '5 trên 7 đơn vị.']
	]) {
		await official.goto(`/ke-hoach/${plan}/I2?as-of=2024-12-31`);
		const conclusion = official.getByRole('region', { name: 'Kết luận' });
		await expect(conclusion.getByText(verdict ?? '', { exact: true })).toBeVisible();
		await expect(conclusion.getByText(count ?? '', { exact: true })).toBeVisible();
		const units = official.getByRole('table', { name: 'Danh sách trường làm căn cứ' });
		await expect(units.getByRole('row', { name: / Tính / })).toHaveCount(5);
	}
}
