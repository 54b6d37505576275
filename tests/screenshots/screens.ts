import type { Page } from 'playwright-core';
import {
	handIn,
	openConfirm,
	openOverview,
	openSubmit,
	recordSession,
	startPaper
} from './taking-steps.ts';

export type StaffWho = 'organiser' | 'school-head' | 'official';

/** `pupil`: whose card is printed. `newcomer`: who has not consented. `member`: another one each time. */
export type Who = 'pupil' | 'newcomer' | 'member' | StaffWho;

/** One screen of the design, and how to get there. */
export interface Screen {
	readonly name: string;
	readonly sizes: readonly ('phone' | 'desk')[];
	readonly who?: Who;
	/** The picture shows the window only, with what sticks to its edges. */
	readonly window?: true;
	open(page: Page): Promise<unknown>;
}

const both = ['phone', 'desk'] as const;
const phone = ['phone'] as const;
const to = (path: string) => (page: Page) => page.goto(path);
const paperThen = (step: (page: Page) => Promise<void>) => async (page: Page) => {
	await startPaper(page);
	await step(page);
};
/* The same session of a day is recorded once: each picture has its own. */
const topics = ['An toàn thông tin mạng', 'Kỹ năng số cơ bản'].values();
const W1 = '/ket-qua/w1-doan-vien-cds-2026';

export const screens: readonly Screen[] = [
	{ name: '01-trang-chu', sizes: both, open: to('/') },
	{ name: '02-cuoc-thi', sizes: both, who: 'pupil', open: to('/cuoc-thi/w2-mo') },
	{ name: '03-lam-bai', sizes: both, who: 'member', window: true, open: startPaper },
	{
		name: '03b-bang-cau-hoi',
		sizes: phone,
		who: 'member',
		window: true,
		open: paperThen(openOverview)
	},
	{ name: '05a-du-doan', sizes: phone, who: 'member', open: paperThen(openSubmit) },
	{
		name: '05b-xac-nhan-nop',
		sizes: phone,
		who: 'member',
		window: true,
		open: paperThen(openConfirm)
	},
	{ name: '06-bien-nhan', sizes: phone, who: 'member', open: paperThen(handIn) },
	{ name: '07-xep-hang-don-vi', sizes: both, open: to(`${W1}/don-vi`) },
	{ name: '08-xep-hang-ca-nhan', sizes: both, open: to(`${W1}/ca-nhan`) },
	{ name: '08b-cong-bo', sizes: phone, open: to(`${W1}/cong-bo`) },
	{ name: '10-ngan-hang-cau-hoi', sizes: both, who: 'organiser', open: to('/to-chuc/cau-hoi') },
	{ name: '10b-cau-hoi', sizes: both, who: 'organiser', open: to('/to-chuc/cau-hoi/cds-116') },
	{ name: '10c-ma-tran', sizes: phone, who: 'organiser', open: to('/to-chuc/cuoc-thi/w1-mo') },
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
	{ name: '13b-ke-hoach', sizes: phone, open: to('/ke-hoach/thai-binh-2023-2025') },
	{ name: '15-dang-nhap', sizes: both, open: to('/vao') },
	{ name: '19-dong-y', sizes: phone, who: 'newcomer', open: to('/dong-y') },
	{
		name: '20-xac-nhan-buoi',
		sizes: phone,
		who: 'school-head',
		open: (page) => recordSession(page, `Ngoại khóa: ${topics.next().value ?? 'Công dân số'}`)
	},
	{ name: '20b-viec-cua-truong', sizes: phone, who: 'school-head', open: to('/truong/viec') },
	{
		name: 'don-vi',
		sizes: phone,
		who: 'official',
		open: to('/don-vi/phuong-kien-an?ngay=2025-07-01')
	}
];
