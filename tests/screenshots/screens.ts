import type { Page } from 'playwright-core';

/** One screen of the design, and how to get there. */
export interface Screen {
	readonly name: string;
	readonly sizes: readonly ('phone' | 'desk')[];
	readonly who?: 'pupil' | 'organiser' | 'school-head' | 'official';
	open(page: Page): Promise<unknown>;
}

const both = ['phone', 'desk'] as const;
const phone = ['phone'] as const;
const to = (path: string) => (page: Page) => page.goto(path);

export const screens: readonly Screen[] = [
	{ name: '01-trang-chu', sizes: both, open: to('/') },
	{ name: '02-cuoc-thi', sizes: both, open: to('/cuoc-thi/w1-mo') },
	{ name: '02b-cuoc-thi-cua-toi', sizes: both, who: 'pupil', open: to('/cuoc-thi/w2-mo') },
	{ name: '07-xep-hang-don-vi', sizes: both, open: to('/ket-qua/w1-doan-vien-cds-2026/don-vi') },
	{ name: '08-xep-hang-ca-nhan', sizes: both, open: to('/ket-qua/w1-doan-vien-cds-2026/ca-nhan') },
	{ name: '10-ngan-hang-cau-hoi', sizes: both, who: 'organiser', open: to('/to-chuc/cau-hoi') },
	{ name: '10b-cau-hoi', sizes: both, who: 'organiser', open: to('/to-chuc/cau-hoi/cds-116') },
	{
		name: '12-tham-gia',
		sizes: both,
		who: 'official',
		open: to('/don-vi/thanh-doan-hai-phong/tham-gia?contest=w1-doan-vien-cds-2026')
	},
	{
		name: '13-chi-tieu',
		sizes: both,
		who: 'official',
		open: to('/ke-hoach/kien-an-2024/I2?as-of=2024-12-31')
	},
	{ name: '13b-ke-hoach', sizes: both, who: 'official', open: to('/ke-hoach/thai-binh-2023-2025') },
	{ name: '15-vao', sizes: both, open: to('/vao') },
	{ name: '19-dong-y', sizes: phone, who: 'pupil', open: to('/dong-y') },
	{ name: '20-viec-cua-truong', sizes: both, who: 'school-head', open: to('/truong/viec') },
	{ name: 'don-vi', sizes: both, who: 'official', open: to('/don-vi/phuong-kien-an') }
];
