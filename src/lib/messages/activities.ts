import type { ActivitiesRefusalCode } from '#lib/activities/refusals.ts';
import type { MayConfirm } from '#lib/activities/view-activity.server.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Facts } from '#lib/kernel/outcome.ts';
import type { ActivityKind } from '#lib/plans/indicator.ts';
import { fileNotes } from './files.ts';

type Sentences<Code extends string> = Record<Code, (facts: Facts) => string>;

const vi = {
	refusals: {
		'not-found': () => 'Không có hoạt động này, hoặc bạn không có quyền xem.',
		'sign-in-needed': () => 'Bạn cần đăng nhập để xem hoạt động.',
		'already-confirmed': () => 'Hoạt động này đã được xác nhận trước đó. Không có gì thay đổi.',
		'already-recorded': () =>
			'Đơn vị đã có hoạt động cùng ngày, cùng loại, cùng tên. Bạn mở hoạt động ấy, hoặc đặt tên khác.',
		'held-in-future': () => 'Ngày diễn ra chưa đến. Bạn ghi và xác nhận sau khi đã tổ chức.',
		'unit-not-open': () => 'Đơn vị không hoạt động vào ngày này. Bạn xem lại ngày diễn ra.'
	} as Sentences<ActivitiesRefusalCode>,
	notes: {
		...fileNotes.vi,
		'already-confirmed': (f: Facts) =>
			`Hoạt động này của “${f.key}” đã được xác nhận với nội dung khác. Bản đã xác nhận giữ nguyên; sửa dòng này cho khớp hoặc bỏ đi.`,
		'held-in-future': () => 'Ngày diễn ra chưa đến. Bỏ dòng này, nạp lại sau ngày ấy.',
		'confirmed-in-future': () => 'Ngày xác nhận chưa đến. Sửa ngày xác nhận.',
		'confirmed-before-held': () => 'Ngày xác nhận trước ngày diễn ra. Sửa một trong hai ngày.',
		'half-confirmed': () => 'Người xác nhận và ngày xác nhận phải cùng có hoặc cùng để trống.',
		'unknown-contest': (f: Facts) =>
			`Không có cuộc thi nào mang mã “${f.key}”. Sửa mã hoặc nạp cuộc thi trước.`,
		'doubled-activity': () =>
			'Trong tệp đã có hoạt động cùng đơn vị, ngày, loại và tên. Giữ lại một dòng.'
	} as Sentences<string>,
	kinds: {
		ngoai_khoa: 'Buổi ngoại khóa',
		tiet_hoc_long_ghep: 'Tiết học lồng ghép',
		sinh_hoat_duoi_co: 'Sinh hoạt dưới cờ',
		dien_dan_hoi_dap: 'Diễn đàn hỏi đáp',
		huong_dan_nguoi_dan: 'Hướng dẫn người dân',
		hoi_nghi_tap_huan: 'Hội nghị, tập huấn',
		ngay_chu_nhat_so: 'Ngày Chủ nhật số',
		san_pham_truyen_thong: 'Sản phẩm truyền thông',
		ke_hoach_don_vi: 'Kế hoạch của đơn vị',
		huong_ung_ngay_cds: 'Hưởng ứng Ngày Chuyển đổi số',
		khac: 'Hoạt động khác'
	} as Record<ActivityKind, string>,
	waiting: (count: number) => `Việc chờ xử lý (${count})`,
	nothingWaiting: 'Không có việc nào chờ xác nhận.',
	nothingWaitingHint: 'Hoạt động bạn ghi sẽ hiện ở đây cho đến khi được xác nhận.',
	confirmedList: 'Đã xác nhận gần đây',
	record: 'Ghi một hoạt động',
	recordHint: 'Hoạt động được lưu là chờ xác nhận, chưa tính vào chỉ tiêu.',
	recordButton: 'Ghi hoạt động',
	noUnits: 'Bạn chưa được giao phụ trách đơn vị nào nên chưa ghi được hoạt động.',
	unit: 'Đơn vị',
	kind: 'Loại hoạt động',
	heldOn: 'Ngày diễn ra',
	name: 'Tên hoạt động',
	classes: 'Lớp',
	classesHint: 'Nhiều lớp cách nhau bằng dấu phẩy, ví dụ: 8A1, 8A2',
	people: 'Số người dự',
	ledBy: 'Người phụ trách',
	evidence: 'Minh chứng',
	evidenceHint: 'Ví dụ: biên bản, 6 ảnh chụp tập thể',
	noEvidence: 'Chưa có minh chứng',
	contest: 'Cuộc thi kèm theo',
	confirmTitle: (kind: string) => `Xác nhận: ${kind.toLowerCase()}`,
	confirmButton: 'Xác nhận đúng thực tế',
	confirmWarning: 'Xác nhận rồi thì không sửa và không rút lại được trên máy.',
	serves: (wording: string) =>
		`Xác nhận xong, hoạt động này là căn cứ để tính chỉ tiêu “${wording}”.`,
	confirmedBy: (by: string, on: string) => `${by} đã xác nhận ngày ${on}.`,
	draft: 'Chờ xác nhận',
	confirmed: 'Đã xác nhận',
	why: {
		'already-confirmed': 'Hoạt động đã được xác nhận.',
		'held-in-future': 'Ngày diễn ra chưa đến. Bạn xác nhận sau khi đã tổ chức.',
		'not-head': 'Chỉ người đứng đầu đơn vị xác nhận được hoạt động này.'
	} as Record<NonNullable<MayConfirm['why']>, string>
};
const en: typeof vi = {
	refusals: {
		'not-found': () => 'There is no such activity, or you may not see it.',
		'sign-in-needed': () => 'Sign in to see activities.',
		'already-confirmed': () => 'This activity was confirmed before. Nothing was changed.',
		'already-recorded': () =>
			'The unit has an activity of this day, kind and name. Open that one, or choose another name.',
		'held-in-future': () => 'The day has not come yet. Record and confirm it after it was held.',
		'unit-not-open': () => 'The unit is not open on this day. Check the day it was held.'
	},
	notes: {
		...fileNotes.en,
		'already-confirmed': (f) =>
			`This activity of “${f.key}” was confirmed with other contents. What was confirmed stays; mend this line or leave it out.`,
		'held-in-future': () =>
			'The day it is held has not come. Leave the line out and load it later.',
		'confirmed-in-future': () => 'The day of confirmation has not come. Mend it.',
		'confirmed-before-held': () => 'It was confirmed before it was held. Mend one of the days.',
		'half-confirmed': () => 'Who confirmed and when go together, or are both blank.',
		'unknown-contest': (f) =>
			`There is no contest “${f.key}”. Mend the code or load the contest first.`,
		'doubled-activity': () =>
			'The file has an activity of this unit, day, kind and name already. Keep one line.'
	},
	kinds: {
		ngoai_khoa: 'Extracurricular session',
		tiet_hoc_long_ghep: 'Integrated lesson',
		sinh_hoat_duoi_co: 'Flag ceremony',
		dien_dan_hoi_dap: 'Forum',
		huong_dan_nguoi_dan: 'Help for citizens',
		hoi_nghi_tap_huan: 'Conference or training',
		ngay_chu_nhat_so: 'Digital Sunday',
		san_pham_truyen_thong: 'Media product',
		ke_hoach_don_vi: 'Plan of the unit',
		huong_ung_ngay_cds: 'Digital Transformation Day',
		khac: 'Other activity'
	},
	waiting: (count) => `Waiting (${count})`,
	nothingWaiting: 'Nothing waits for confirmation.',
	nothingWaitingHint: 'What you record stands here until it is confirmed.',
	confirmedList: 'Confirmed lately',
	record: 'Record an activity',
	recordHint: 'It is kept as waiting and counts towards no indicator yet.',
	recordButton: 'Record',
	noUnits: 'You hold no post at a unit, so there is nothing to record for yet.',
	unit: 'Unit',
	kind: 'Kind',
	heldOn: 'Held on',
	name: 'Name',
	classes: 'Classes',
	classesHint: 'Separate classes by commas: 8A1, 8A2',
	people: 'People present',
	ledBy: 'Led by',
	evidence: 'Evidence',
	evidenceHint: 'For example: minutes, 6 group photographs',
	noEvidence: 'No evidence yet',
	contest: 'Contest with it',
	confirmTitle: (kind) => `Confirm: ${kind.toLowerCase()}`,
	confirmButton: 'Confirm that it was so',
	confirmWarning: 'Once confirmed it cannot be changed or withdrawn here.',
	serves: (wording) => `Once confirmed, it is evidence for the indicator “${wording}”.`,
	confirmedBy: (by, on) => `Confirmed by ${by} on ${on}.`,
	draft: 'Waiting',
	confirmed: 'Confirmed',
	why: {
		'already-confirmed': 'The activity is confirmed.',
		'held-in-future': 'The day has not come yet. Confirm it after it was held.',
		'not-head': 'Only the head of the unit can confirm this activity.'
	}
};
export const activitiesWords: Record<Language, typeof vi> = { vi, en };
