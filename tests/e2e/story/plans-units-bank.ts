import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import { device, deskOf, type Story } from './world.ts';

/** Step 1: anyone reads the plans in their own words. */
export async function readPlans(story: Story): Promise<void> {
	const { page } = await device(story, 'desk');
	await page.goto('/ke-hoach');
	await expect(page.getByRole('heading', { level: 2 })).toHaveCount(5);
	await expect(page.getByText('34 nhiệm vụ, 8 chỉ tiêu, 3 hạn báo cáo')).toBeVisible();
	await page.getByRole('link', { name: /tỉnh Thái Bình giai đoạn 2023 - 2025/ }).click();
	const indicators = page.getByRole('region', { name: 'Chỉ tiêu' });
	await expect(indicators.getByRole('listitem')).toHaveCount(8);
	await expect(indicators).toContainText('tổ chức buổi học ngoại khóa');
	for (const part of ['Nhiệm vụ', 'Hạn báo cáo'])
		await expect(page.getByRole('heading', { name: part }).first()).toBeVisible();
}

/** Step 2: where a school and a ward belong on the last day before 1/7/2025 and on the first day after. */
export async function readUnits(story: Story): Promise<void> {
	const { page } = await deskOf(story, 'official');
	await page.goto('/don-vi/thcs-tran-phu?ngay=2025-06-30');
	await expect(trail(page)).toContainText('Quận Kiến An');
	await onDay(page, '2025-07-01');
	await expect(trail(page)).toContainText('Phường Kiến An');
	await expect(trail(page)).not.toContainText('Quận Kiến An');

	await page.goto('/don-vi/quan-kien-an?ngay=2025-06-30');
	await expect(page.getByRole('link', { name: 'Phường Bắc Sơn' }).first()).toBeVisible();
	await page.goto('/don-vi/phuong-kien-an?ngay=2025-06-30');
	await expect(page.getByText('Đơn vị không hoạt động vào ngày này')).toBeVisible();
	await onDay(page, '2025-07-01');
	await expect(page.getByRole('link', { name: 'Trường THCS Trần Phú' })).toBeVisible();
	const before = page.locator('section', {
		has: page.getByRole('heading', { name: 'Trước đây' })
	});
	await expect(before.getByRole('link').first()).toBeVisible();
	await expect(before).toContainText('01/07/2025');
}

const trail = (page: Page) => page.getByRole('navigation', { name: 'Thuộc: Hành chính' });

async function onDay(page: Page, day: string): Promise<void> {
	await page.getByLabel('Xem vào ngày').fill(day);
	await page.getByRole('button', { name: 'Xem', exact: true }).click();
	await page.waitForURL(new RegExp(`ngay=${day}`));
}

/** Steps 3 and 4: an organiser signs in, filters the bank, opens an item as pupils see it, and the gate. */
export async function keepBank(story: Story): Promise<void> {
	const { page } = await device(story, 'desk');
	const organiser = story.wayIn('organiser');
	if ('card' in organiser) throw new Error('an organiser signs in with a password');
	await page.goto('/vao');
	await page.getByText('Tôi là cán bộ, giáo viên').click();
	await page.getByLabel('Tên đăng nhập').fill(organiser.username);
	await page.getByLabel('Mật khẩu').fill(organiser.password);
	await page.locator('#can-bo').getByRole('button', { name: 'Đăng nhập' }).click();
	await page.waitForURL((url) => url.pathname !== '/vao');

	await page.goto('/to-chuc/cau-hoi');
	await expect(page.getByText(/^243 câu/)).toBeVisible();
	await page.getByLabel(/^Tìm trong câu hỏi/).fill('ngay chuyen doi so quoc gia hang nam');
	await page.getByRole('button', { name: 'Lọc' }).click();
	await page.waitForURL(/tim=/);
	await page
		.getByRole('link', { name: /Ngày Chuyển đổi số quốc gia hằng năm là ngày nào/ })
		.first()
		.click();
	const preview = page.getByRole('region', { name: 'Thí sinh sẽ thấy' });
	await expect(preview.getByText('Ngày 10/10')).toBeVisible();

	await page.goto('/to-chuc/cuoc-thi/w1-mo');
	const gate = page.getByRole('table', { name: /Cấu trúc đề, Vòng mở/ });
	await expect(gate.getByText('Đủ câu hỏi').first()).toBeVisible();
}
