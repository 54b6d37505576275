import type { Language } from '#lib/kernel/language.ts';
import type { Purpose } from './consent.ts';

/** A change of any text below is a new version; consents keep the version and hash of what was shown. */
export const CONSENT_TEXT_VERSION = '2026-11';

export interface ConsentText {
	readonly title: string;
	readonly body: string;
}

/** The texts that people answer. The Vietnamese one is what the record's hash is of. */
export const consentTexts: Record<Language, Record<Purpose, ConsentText>> = {
	vi: {
		take_part: {
			title: 'Dự thi',
			body: 'Máy chủ lưu họ tên, năm sinh, đơn vị, bài làm và điểm của bạn để chấm và xếp hạng. Chỉ người phụ trách cuộc thi và người phụ trách đơn vị của bạn xem được. Bạn có thể rút lại bất cứ lúc nào; khi đó bạn không dự thi nữa, bài đã nộp chỉ còn là con số không tên.'
		},
		publish: {
			title: 'Nêu tên trên bảng xếp hạng',
			body: 'Bảng xếp hạng công khai ghi tên bạn (người dưới 18 tuổi chỉ ghi chữ cái đầu), đơn vị và thứ hạng. Nếu bạn không đồng ý, bạn vẫn dự thi và vẫn được xếp hạng, bảng ghi “Ẩn danh”.'
		},
		certificate: {
			title: 'Trang tra cứu giấy chứng nhận',
			body: 'Ai có số giấy chứng nhận của bạn có thể tra cứu xem giấy còn hiệu lực hay không. Trang tra cứu ghi tên bạn như trên giấy.'
		},
		photos: {
			title: 'Ảnh tại lễ trao giải',
			body: 'Ban tổ chức dùng ảnh có mặt bạn để đưa tin về cuộc thi.'
		}
	},
	en: {
		take_part: {
			title: 'Take part',
			body: 'The server keeps your name, year of birth, unit, answers and score in order to mark and rank. Only those in charge of the contest and of your unit can see them. You may withdraw at any time; then you no longer take part, and what you handed in remains as numbers without a name.'
		},
		publish: {
			title: 'Name on the public board',
			body: 'The public board shows your name (initials only under 18), unit and rank. If you do not agree you still take part and are still ranked; the board says “Anonymous”.'
		},
		certificate: {
			title: 'Certificate look-up page',
			body: 'Whoever has the number of your certificate can see whether it is valid. The page shows your name as on the certificate.'
		},
		photos: {
			title: 'Photos of the award ceremony',
			body: 'The organisers use photos that show you when they report on the contest.'
		}
	}
};

/** What the hash of a consent is taken of: version, purpose and the Vietnamese text. */
export function hashedText(purpose: Purpose): string {
	const { title, body } = consentTexts.vi[purpose];
	return [CONSENT_TEXT_VERSION, purpose, title, body].join('\n');
}
