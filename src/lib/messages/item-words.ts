import type { ItemStatus, ItemType, Markup, ScoringScheme } from '#lib/bank/item.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Audience } from '#lib/units/audience.ts';

/** The words of khoabang.items/1 as people read them. */
interface ItemWords {
	readonly types: Record<ItemType, string>;
	readonly statuses: Record<ItemStatus, string>;
	readonly schemes: Record<ScoringScheme, string>;
	readonly markups: Record<Markup, string>;
	readonly audiences: Record<Audience, string>;
}

const vi: ItemWords = {
	types: {
		single: 'Một lựa chọn',
		multiple: 'Nhiều lựa chọn',
		trueFalseGroup: 'Đúng, sai',
		matching: 'Ghép đôi',
		ordering: 'Sắp xếp',
		numeric: 'Nhập số',
		shortAnswer: 'Trả lời ngắn'
	},
	statuses: { draft: 'Bản nháp', approved: 'Đã duyệt', retired: 'Đã rút' },
	schemes: {
		all_or_nothing: 'Đúng hết mới có điểm',
		per_part: 'Chia đều theo từng ý, làm tròn xuống',
		ladder_2025: 'Đúng 1, 2, 3, 4 ý được 10, 25, 50, 100% số điểm'
	},
	markups: { plain: 'Văn bản thường', markdown: 'Markdown' },
	audiences: {
		hs_1_5: 'Tiểu học',
		hs_6_9: 'THCS',
		hs_10_12: 'THPT',
		sinh_vien: 'Sinh viên',
		doan_vien: 'Đoàn viên',
		thanh_nien: 'Thanh niên',
		cbccvc: 'Cán bộ, công chức',
		nguoi_dan: 'Người dân'
	}
};
const en: ItemWords = {
	types: {
		single: 'Single choice',
		multiple: 'Multiple choice',
		trueFalseGroup: 'True or false',
		matching: 'Matching',
		ordering: 'Ordering',
		numeric: 'Number',
		shortAnswer: 'Short answer'
	},
	statuses: { draft: 'Draft', approved: 'Approved', retired: 'Retired' },
	schemes: {
		all_or_nothing: 'All right or nothing',
		per_part: 'Equal shares for each part, rounded down',
		ladder_2025: '1, 2, 3, 4 right give 10, 25, 50, 100% of the marks'
	},
	markups: { plain: 'Plain text', markdown: 'Markdown' },
	audiences: {
		hs_1_5: 'Primary school',
		hs_6_9: 'Lower secondary',
		hs_10_12: 'Upper secondary',
		sinh_vien: 'Students',
		doan_vien: 'Youth Union members',
		thanh_nien: 'Young people',
		cbccvc: 'Officials',
		nguoi_dan: 'Residents'
	}
};
export const itemWords: Record<Language, ItemWords> = { vi, en };
