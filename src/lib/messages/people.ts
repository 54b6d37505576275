import type { Language } from '#lib/kernel/language.ts';
import type { Facts } from '#lib/kernel/outcome.ts';
import type { PeopleRefusalCode } from '#lib/people/refusals.ts';
import { fileNotes } from './files.ts';

type Sentences<Code extends string> = Record<Code, (facts: Facts) => string>;

const vi = {
	refusals: {
		'not-found': () => 'Không có người hoặc đơn vị này, hoặc bạn không có quyền.',
		'sign-in-needed': () => 'Bạn cần đăng nhập trước.',
		'format-later': (f) =>
			`Phiên bản này chưa đọc được ${f.format ?? 'tệp này'}. Bạn lưu danh sách thành CSV (UTF-8) rồi nạp lại.`,
		'consent-text-changed': () =>
			'Nội dung xin đồng ý vừa được sửa. Bạn mở lại trang và đọc bản mới. Chưa có gì được ghi.',
		'administrator-first': () =>
			'Chưa có quản trị. Tạo tài khoản đầu tiên với vai trò administrator, sau đó mới tạo các vai trò khác.',
		'username-taken': () => 'Tên đăng nhập này đã có người dùng. Chọn tên khác.'
	} as Sentences<PeopleRefusalCode>,
	notes: {
		...fileNotes.vi,
		'roster-empty': () => 'Danh sách không có dòng nào. Thêm các dòng dưới hàng tiêu đề.',
		'roster-heading-ignored': (f) => `Cột “${f.heading}” không dùng và không được lưu.`,
		'roster-heading-missing': (f) => `Thiếu cột “${f.heading}”. Thêm cột này vào hàng tiêu đề.`,
		'roster-cell-empty': () => 'Ô này trống. Điền vào rồi nạp lại.',
		'roster-text-unreadable': () =>
			'Ô này có ký tự không đọc được hoặc dài quá 300 ký tự. Lưu tệp dạng UTF-8 và xem lại ô.',
		'roster-birth-unreadable': () =>
			'Không đọc được ngày sinh. Viết ngày/tháng/năm, hoặc chỉ năm, ví dụ 01/09/2011 hoặc 2011.',
		'roster-audience-unknown-word': (f) =>
			`Không rõ đối tượng “${f.value}”. Dùng: Học sinh, Sinh viên, Đoàn viên, Thanh niên, CBCCVC, Người dân.`,
		'roster-audience-class-number-needed': () =>
			'Học sinh cần lớp có số từ 1 đến 12, ví dụ 8A1. Sửa cột Lớp.',
		'roster-audience-empty': () =>
			'Thiếu đối tượng. Điền cột Đối tượng, hoặc cột Lớp nếu là học sinh.',
		'roster-yes-no-unreadable': () => 'Ô này chỉ nhận Có, Không hoặc để trống.',
		'roster-row-twice': (f) =>
			`Người này đã có ở dòng ${f.firstLine} trong cùng đơn vị. Bỏ một dòng.`,
		'roster-code-two-people': (f) =>
			`Mã này ở dòng ${f.firstLine} là của người khác tên hoặc khác năm sinh. Sửa mã hoặc tên cho khớp.`,
		'roster-unit-unknown': (f) =>
			`Không có đơn vị “${f.value}” trong phạm vi đang nạp. Sửa tên cho khớp, hoặc thêm đơn vị trước.`,
		'roster-unit-ambiguous': (f) =>
			`Có hơn một đơn vị tên “${f.value}”. Nạp riêng từng đơn vị bằng --unit KEY.`,
		'roster-unit-closed': (f) =>
			`Đơn vị “${f.value}” đã kết thúc hoạt động. Dùng đơn vị kế thừa, hoặc ngày --from sớm hơn.`,
		'roster-class-unknown': (f) =>
			`Không có lớp “${f.value}” trong đơn vị này, mà đơn vị không phải trường học. Xem lại cột Đơn vị.`
	} as Sentences<string>,
	fates: { new: 'Thêm mới', same: 'Giữ nguyên', changed: 'Thay đổi', moved: 'Chuyển đơn vị' },
	consent: {
		title: 'Bạn đồng ý những việc nào?',
		lead: 'Bạn chọn từng việc. Chưa chọn sẵn việc nào. Bạn đổi lại được bất cứ lúc nào.',
		yes: 'Đồng ý',
		no: 'Không',
		choose: 'Bạn chọn Đồng ý hoặc Không cho việc này.',
		guardianGiven: (items: string) => `Phụ huynh đã đồng ý ${items},`,
		onPaper: 'ghi nhận theo phiếu giấy.',
		item: (number: number) => `việc ${number}`,
		and: ' và ',
		guardianMissing: 'Cần thêm đồng ý của phụ huynh.',
		whatToBring:
			'Bạn chưa đủ 16 tuổi. Bạn mang phiếu đồng ý về xin chữ ký của cha, mẹ hoặc người giám hộ, rồi nộp lại cho thầy, cô phụ trách. Thầy, cô ghi nhận xong là bạn vào thi được.',
		publishMissing:
			'Việc 2 cũng cần phụ huynh đồng ý. Khi chưa có, bảng xếp hạng ghi “Ẩn danh”, bạn vẫn dự thi bình thường.',
		refused: 'Bạn chưa đồng ý dự thi.',
		refusedHint: 'Bạn vẫn xem được các trang công khai. Khi muốn dự thi, bạn mở lại trang này.',
		save: 'Lưu và tiếp tục',
		saved: 'Đã lưu câu trả lời của bạn.',
		onward: 'Vào trang các cuộc thi',
		notAPerson: 'Tài khoản này không phải của người dự thi nên không cần trả lời.'
	},
	slip: {
		title: 'Phiếu đồng ý của phụ huynh',
		lead: 'Bạn tìm học sinh theo mã trong danh sách, rồi ghi lại đúng những gì phụ huynh đã ký trên phiếu giấy.',
		code: 'Mã học sinh',
		find: 'Tìm',
		nobody: 'Không có ai mang mã này trong các đơn vị bạn phụ trách. Bạn xem lại mã.',
		born: (year: number) => `Sinh năm ${year}`,
		given: 'Đang ghi: phụ huynh đã đồng ý.',
		notYet: 'Đang ghi: chưa có đồng ý của phụ huynh.',
		notNeeded: 'Người này đã đủ 16 tuổi nên không cần phiếu của phụ huynh.',
		guardian: 'Họ và tên người ký',
		relation: 'Quan hệ với học sinh',
		relationHint: 'Ví dụ: cha, mẹ, người giám hộ.',
		fill: 'Bạn điền mục này theo phiếu.',
		save: 'Ghi phiếu',
		saved: 'Đã ghi phiếu. Phiếu giấy bạn giữ lại ở trường.'
	},
	card: {
		sheetTitle: (unit: string) => unit,
		count: (cards: number, sheet: number, sheets: number) =>
			`${cards} thẻ, tờ ${sheet} trên ${sheets}.`,
		cut: 'Cắt theo nét liền, gấp theo nét đứt. Hủy tờ thừa.',
		heading: 'Thẻ dự thi',
		schoolYear: (first: number) => `Năm học ${first} - ${first + 1}`,
		code: 'Mã thẻ',
		pin: 'PIN',
		fold: 'Phần dưới gấp kín trước khi phát'
	}
};

const en: typeof vi = {
	refusals: {
		'not-found': () => 'There is no such person or unit, or you may not see it.',
		'sign-in-needed': () => 'Sign in first.',
		'format-later': (f) =>
			`This version cannot read ${f.format ?? 'this file'} yet. Save the list as CSV (UTF-8) and load that.`,
		'consent-text-changed': () =>
			'The text that asks for consent has just changed. Open the page again and read it. Nothing was recorded.',
		'administrator-first': () =>
			'There is no administrator yet. Create the first account with the role administrator, then the others.',
		'username-taken': () => 'Somebody has this username. Choose another one.'
	},
	notes: {
		...fileNotes.en,
		'roster-empty': () => 'The list has no rows. Add them below the headings.',
		'roster-heading-ignored': (f) => `The column “${f.heading}” is not used and not kept.`,
		'roster-heading-missing': (f) =>
			`The column “${f.heading}” is missing. Add it to the headings.`,
		'roster-cell-empty': () => 'This cell is empty. Fill it in and load again.',
		'roster-text-unreadable': () =>
			'This cell has unreadable characters or more than 300. Save the file as UTF-8 and check the cell.',
		'roster-birth-unreadable': () =>
			'The birth date cannot be read. Write day/month/year or the year: 01/09/2011 or 2011.',
		'roster-audience-unknown-word': (f) =>
			`“${f.value}” is no known audience. Use: Học sinh, Sinh viên, Đoàn viên, Thanh niên, CBCCVC, Người dân.`,
		'roster-audience-class-number-needed': () =>
			'A pupil needs a class with a number from 1 to 12, such as 8A1. Correct the column Lớp.',
		'roster-audience-empty': () =>
			'The audience is missing. Fill in Đối tượng, or Lớp for a pupil.',
		'roster-yes-no-unreadable': () => 'This cell takes Có, Không or nothing.',
		'roster-row-twice': (f) =>
			`This person is in line ${f.firstLine} already, in the same unit. Remove one.`,
		'roster-code-two-people': (f) =>
			`In line ${f.firstLine} this code has another name or year. Correct the code or the name.`,
		'roster-unit-unknown': (f) =>
			`There is no unit “${f.value}” in the part being loaded. Correct its name, or add the unit first.`,
		'roster-unit-ambiguous': (f) =>
			`More than one unit is called “${f.value}”. Load each by itself with --unit KEY.`,
		'roster-unit-closed': (f) =>
			`The unit “${f.value}” has closed. Use its successor, or an earlier --from.`,
		'roster-class-unknown': (f) =>
			`There is no class “${f.value}” in this unit, which is no school. Check the column Đơn vị.`
	},
	fates: { new: 'New', same: 'Same', changed: 'Changed', moved: 'Moved' },
	consent: {
		title: 'What do you agree to?',
		lead: 'Answer each one. Nothing is chosen beforehand. You may change your mind at any time.',
		yes: 'I agree',
		no: 'No',
		choose: 'Choose whether you agree or not.',
		guardianGiven: (items: string) => `A parent agreed to ${items},`,
		onPaper: 'recorded from paper.',
		item: (number: number) => `number ${number}`,
		and: ' and ',
		guardianMissing: 'A parent’s consent is needed as well.',
		whatToBring:
			'You are under 16. Take the consent slip home, have a parent or guardian sign it and give it to your teacher. Once the teacher has recorded it, you can start.',
		publishMissing:
			'Number 2 needs a parent’s consent too. Until then the board says “Anonymous”; you take part all the same.',
		refused: 'You have not agreed to take part.',
		refusedHint: 'You can still see the public pages. To take part, come back to this page.',
		save: 'Save and go on',
		saved: 'Your answers are saved.',
		onward: 'To the contests',
		notAPerson: 'This account is not a contestant’s, so there is nothing to answer.'
	},
	slip: {
		title: 'Guardian’s slip',
		lead: 'Find the pupil by the code of the list, then enter just what the guardian signed on paper.',
		code: 'Roster code',
		find: 'Find',
		nobody: 'Nobody in your units has this code. Check it.',
		born: (year: number) => `Born in ${year}`,
		given: 'Recorded: the guardian agreed.',
		notYet: 'Recorded: no guardian’s consent yet.',
		notNeeded: 'This person is 16 or over: no guardian’s slip is needed.',
		guardian: 'Name of who signed',
		relation: 'Relation to the pupil',
		relationHint: 'For example: father, mother, guardian.',
		fill: 'Fill this in from the slip.',
		save: 'Record the slip',
		saved: 'The slip is recorded. Keep the paper at the school.'
	},
	card: {
		sheetTitle: (unit: string) => unit,
		count: (cards: number, sheet: number, sheets: number) =>
			`${cards} cards, sheet ${sheet} of ${sheets}.`,
		cut: 'Cut along the solid lines, fold along the dashed ones. Destroy spare sheets.',
		heading: 'Contest card',
		schoolYear: (first: number) => `School year ${first} - ${first + 1}`,
		code: 'Card code',
		pin: 'PIN',
		fold: 'Fold the lower part before handing out'
	}
};

export const peopleWords: Record<Language, typeof vi> = { vi, en };
