import type { Language } from '#lib/kernel/language.ts';

const vi = {
	product: 'Khoa Bảng',
	skip: 'Đến nội dung',
	demo: 'Dữ liệu mẫu',
	nav: {
		label: 'Các mục',
		contests: 'Cuộc thi',
		results: 'Kết quả',
		plans: 'Kế hoạch',
		bank: 'Ngân hàng câu hỏi',
		participation: 'Tham gia',
		sessions: 'Buổi ngoại khóa',
		slips: 'Phiếu đồng ý'
	},
	menu: 'Danh mục và cỡ chữ',
	signIn: 'Đăng nhập',
	signOut: 'Đăng xuất',
	signedIn: 'Đã đăng nhập',
	notYou: 'Không phải bạn?',
	preferences: {
		title: 'Cỡ chữ, nền và ngôn ngữ',
		lead: 'Lựa chọn được nhớ trên máy này.',
		size: 'Cỡ chữ',
		theme: 'Nền',
		language: 'Ngôn ngữ',
		themes: { auto: 'Theo máy', light: 'Sáng', dark: 'Tối' },
		sizes: { '100': 'Thường', '115': 'Lớn', '130': 'Rất lớn' },
		languages: { vi: 'Tiếng Việt', en: 'English' }
	},
	footer: {
		label: 'Cuối trang',
		demo: 'Dữ liệu trên trang này là dữ liệu mẫu.',
		support: (whom: string) => `Hỗ trợ: ${whom}`,
		preferences: 'Cỡ chữ'
	},
	errors: {
		title: (status: number): string =>
			status === 404
				? 'Chưa tìm thấy trang này'
				: status === 503
					? 'Máy chủ đang bận'
					: status >= 500
						? 'Máy chủ gặp sự cố'
						: status === 401
							? 'Bạn cần đăng nhập'
							: 'Chưa mở được trang này',
		home: 'Về trang chủ',
		again: 'Thử lại',
		status: (status: number) => `Mã trạng thái: ${status}`
	},
	close: 'Đóng',
	back: 'Quay lại',
	none: 'chưa có',
	previous: 'Trang trước',
	next: 'Trang sau'
};

const en: typeof vi = {
	product: 'Khoa Bảng',
	skip: 'Skip to content',
	demo: 'Sample data',
	nav: {
		label: 'Sections',
		contests: 'Contests',
		results: 'Results',
		plans: 'Plans',
		bank: 'Item bank',
		participation: 'Participation',
		sessions: 'Sessions',
		slips: 'Consent slips'
	},
	menu: 'Sections and text size',
	signIn: 'Sign in',
	signOut: 'Sign out',
	signedIn: 'Signed in',
	notYou: 'Not you?',
	preferences: {
		title: 'Text size, theme and language',
		lead: 'The choice is remembered on this device.',
		size: 'Text size',
		theme: 'Theme',
		language: 'Language',
		themes: { auto: 'Like the device', light: 'Light', dark: 'Dark' },
		sizes: { '100': 'Normal', '115': 'Large', '130': 'Very large' },
		languages: { vi: 'Tiếng Việt', en: 'English' }
	},
	footer: {
		label: 'Page end',
		demo: 'The data on this page is sample data.',
		support: (whom: string) => `Support: ${whom}`,
		preferences: 'Text size'
	},
	errors: {
		title: (status: number): string =>
			status === 404
				? 'This page was not found'
				: status === 503
					? 'The server is busy'
					: status >= 500
						? 'The server has a problem'
						: status === 401
							? 'Please sign in'
							: 'This page cannot be opened now',
		home: 'To the home page',
		again: 'Try again',
		status: (status: number) => `Status: ${status}`
	},
	close: 'Close',
	back: 'Back',
	none: 'none yet',
	previous: 'Previous page',
	next: 'Next page'
};

export const uiWords: Record<Language, typeof vi> = { vi, en };
