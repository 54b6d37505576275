import type { Facts } from '#lib/kernel/outcome.ts';
import type { Language } from '#lib/kernel/language.ts';
import { fileNotes } from './files.ts';

type Notes = Readonly<Record<string, (facts: Facts) => string>>;

const vi: Notes = {
	...fileNotes.vi,
	'not-an-instant': (f) =>
		`“${f.field}” phải là thời điểm có múi giờ, ví dụ 2026-10-05T08:00:00+07:00.`,
	'share-over-one': (f) => `“${f.field}” là một phần của toàn bộ: tử số không lớn hơn mẫu số.`,
	'kinds-or-units': () => 'rankedUnits cần đúng một trong hai: kinds hoặc units.',
	'doubled-group': (f) => `Bảng “${f.id}” được khai hai lần. Giữ lại một.`,
	'doubled-league': (f) => `Nhóm đơn vị “${f.id}” được khai hai lần. Giữ lại một.`,
	'doubled-certificate': (f) => `Giấy chứng nhận “${f.id}” được khai hai lần. Giữ lại một.`,
	'doubled-cell': (f) => `Cấu trúc đề có hai dòng cho “${f.id}”. Gộp thành một.`,
	'doubled-round': (f) => `Vòng “${f.id}” được khai hai lần. Đổi id của một vòng.`,
	'doubled-prize': (f) => `Giải “${f.id}” được khai hai lần. Đổi id của một giải.`,
	'group-audience-outside': (f) =>
		`Bảng “${f.id}” có đối tượng ${f.audience} không thuộc đối tượng của cuộc thi. Thêm vào audiences hoặc bỏ ở bảng.`,
	'league-empty': (f) =>
		`Nhóm đơn vị “${f.id}” không chứa số nào: headcountFrom phải nhỏ hơn headcountBelow.`,
	'round-final': () => 'Vòng không được mang id “final”: đó là tên của xếp hạng chung cuộc.',
	'round-never-open': (f) => `Vòng “${f.id}” đóng trước khi mở. Sửa opensAt hoặc closesAt.`,
	'unknown-round': (f) => `Không có vòng “${f.id}”. Dùng id của một vòng trong rounds.`,
	'unknown-group': (f) => `Không có bảng “${f.id}”. Khai trong groups hoặc đặt null.`,
	'unknown-scope': (f) => `Nhóm giải “${f.id}” chưa khai trong scopes.`,
	'weights-needed': (f) => `Công thức ${f.formula} cần weights, ví dụ [[1,2],[1,2]].`,
	'k-needed': () => 'Công thức M5 cần k, số mức được điểm.',
	'bands-out-of-order': () => 'bands phải tăng dần theo below, và mức cuối có below là null.',
	'ages-out-of-order': () => 'minAge không được lớn hơn maxAge.',
	'rule-kept': (f) =>
		`Phiên bản này chưa thực hiện “${f.field}”. Giá trị được giữ lại, thể lệ chưa hứa điều này.`,
	'unknown-bank': (f) => `Không có ngân hàng câu hỏi “${f.id}”. Nạp câu hỏi trước.`,
	'unknown-plan': (f) => `Không có kế hoạch “${f.id}”. Nạp kế hoạch trước hoặc bỏ trường plan.`,
	'unknown-topic': (f) => `Ngân hàng không có chủ đề “${f.id}”. Sửa mã chủ đề.`,
	'unknown-level': (f) => `Ngân hàng không có mức độ “${f.id}”. Sửa mã mức độ.`,
	'unit-outside-scope': (f) =>
		`Đơn vị “${f.key}” nằm ngoài phạm vi cuộc thi trong cây đã chọn, vào ngày headcountAsOf.`
};

const en: Notes = {
	...fileNotes.en,
	'not-an-instant': (f) =>
		`“${f.field}” must be an instant with an offset, for example 2026-10-05T08:00:00+07:00.`,
	'share-over-one': (f) => `“${f.field}” is a part of a whole: at most 1.`,
	'kinds-or-units': () => 'rankedUnits needs exactly one of kinds and units.',
	'doubled-group': (f) => `The group “${f.id}” is declared twice. Keep one.`,
	'doubled-league': (f) => `The league “${f.id}” is declared twice. Keep one.`,
	'doubled-certificate': (f) => `The certificate “${f.id}” is declared twice. Keep one.`,
	'doubled-cell': (f) => `The blueprint has two cells for “${f.id}”. Join them.`,
	'doubled-round': (f) => `The round “${f.id}” is declared twice. Change one id.`,
	'doubled-prize': (f) => `The prize “${f.id}” is declared twice. Change one id.`,
	'group-audience-outside': (f) =>
		`The group “${f.id}” has the audience ${f.audience}, which the contest has not. Add it to audiences or drop it here.`,
	'league-empty': (f) =>
		`The league “${f.id}” holds no number: headcountFrom must be below headcountBelow.`,
	'round-final': () => 'No round may have the id “final”: that is the final ranking.',
	'round-never-open': (f) => `The round “${f.id}” closes before it opens. Mend one of the two.`,
	'unknown-round': (f) => `There is no round “${f.id}”. Use the id of one in rounds.`,
	'unknown-group': (f) => `There is no group “${f.id}”. Declare it in groups or use null.`,
	'unknown-scope': (f) => `The prize scope “${f.id}” is not declared in scopes.`,
	'weights-needed': (f) => `Formula ${f.formula} needs weights, for example [[1,2],[1,2]].`,
	'k-needed': () => 'Formula M5 needs k, the number of places with points.',
	'bands-out-of-order': () => 'bands must ascend by below, and the last must have below null.',
	'ages-out-of-order': () => 'minAge must not be above maxAge.',
	'rule-kept': (f) =>
		`This version does not act on “${f.field}” yet. It is kept, and the rules in words do not promise it.`,
	'unknown-bank': (f) => `There is no item bank “${f.id}”. Load the items first.`,
	'unknown-plan': (f) => `There is no plan “${f.id}”. Load the plan first or leave plan out.`,
	'unknown-topic': (f) => `The bank has no topic “${f.id}”. Mend the code.`,
	'unknown-level': (f) => `The bank has no level “${f.id}”. Mend the code.`,
	'unit-outside-scope': (f) =>
		`The unit “${f.key}” lies outside the contest's scope in the chosen tree on headcountAsOf.`
};

export const contestNotes: Record<Language, Notes> = { vi, en };
