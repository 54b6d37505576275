import type { Language } from '#lib/kernel/language.ts';
import type { Facts } from '#lib/kernel/outcome.ts';
import type { UnitsRefusalCode } from '#lib/units/refusals.ts';
import type { SchoolLevel, UnitEventKind, UnitKind, UnitTree } from '#lib/units/unit.ts';
import { fileNotes } from './files.ts';

type Sentences<Code extends string> = Record<Code, (facts: Facts) => string>;

const vi = {
	refusals: {
		'not-found': () => 'Không có đơn vị này, hoặc bạn không có quyền xem.',
		'sign-in-needed': () => 'Bạn cần đăng nhập để xem đơn vị.',
		'unit-needed': () =>
			'Vai trò này cần một đơn vị (--unit KEY). Chỉ administrator bao trùm toàn bộ.',
		'unit-unknown': (f) => `Không có đơn vị “${f.unit ?? ''}” đang hoạt động. Xem lại khóa đơn vị.`
	} as Sentences<UnitsRefusalCode>,
	notes: {
		...fileNotes.vi,
		'days-out-of-order': () => 'Ngày kết thúc phải sau ngày bắt đầu. Sửa một trong hai ngày.',
		'names-overlap': () =>
			'Hai tên cùng có hiệu lực trong một ngày. Cho tên trước kết thúc vào ngày tên sau bắt đầu.',
		'edges-overlap': () =>
			'Hai đơn vị cấp trên trong cùng một cây vào một ngày. Cho quan hệ trước kết thúc vào ngày quan hệ sau bắt đầu.',
		'outside-life': () =>
			'Khoảng ngày này nằm ngoài thời gian đơn vị hoạt động. Sửa ngày cho khớp.',
		'unknown-parent': (f: Facts) =>
			`Không có đơn vị cấp trên “${f.key}”. Sửa khóa hoặc thêm đơn vị ấy.`,
		'parent-not-open': (f: Facts) =>
			`Đơn vị cấp trên “${f.key}” không hoạt động suốt khoảng ngày này. Sửa ngày cho khớp.`,
		circle: () =>
			'Đơn vị này thành cấp trên của chính nó trong một ngày nào đó. Sửa đơn vị cấp trên.',
		'child-left-out': (f: Facts) =>
			`Đơn vị “${f.key}” đã lưu vẫn thuộc đơn vị này sau ngày kết thúc. Đưa “${f.key}” vào tệp với cấp trên mới.`,
		'below-children': (f: Facts) =>
			`Số người của “${f.key}” nhỏ hơn tổng các đơn vị trực thuộc. Số vẫn được ghi; bạn kiểm tra lại.`
	} as Sentences<string>,
	kinds: {
		country: 'Cả nước',
		province: 'Tỉnh, thành phố',
		district: 'Quận, huyện',
		commune: 'Xã, phường',
		agency: 'Sở, ngành',
		department: 'Phòng, trung tâm',
		school: 'Trường học',
		class: 'Lớp',
		doan: 'Tổ chức Đoàn',
		chi_doan: 'Chi đoàn'
	} as Record<UnitKind, string>,
	trees: { admin: 'Hành chính', doan: 'Đoàn', education: 'Giáo dục' } as Record<UnitTree, string>,
	events: {
		merge: 'Sáp nhập',
		split: 'Chia tách',
		rename: 'Đổi tên',
		transfer: 'Chuyển cấp trên',
		dissolve: 'Kết thúc hoạt động'
	} as Record<UnitEventKind, string>,
	day: 'Xem vào ngày',
	show: 'Xem',
	badDay: 'Ngày này không có trên lịch. Trang đang hiện ngày hôm nay.',
	code: 'Mã số',
	levels: 'Cấp học',
	levelNames: {
		mn: 'mầm non',
		th: 'tiểu học',
		thcs: 'trung học cơ sở',
		thpt: 'trung học phổ thông',
		gdtx: 'giáo dục thường xuyên',
		cd: 'cao đẳng',
		dh: 'đại học'
	} as Record<SchoolLevel, string>,
	about: 'Thông tin đơn vị',
	path: 'Thuộc',
	children: (count: number) => `Trực thuộc (${count})`,
	noChildren: 'Không có đơn vị trực thuộc vào ngày này.',
	before: 'Trước đây',
	after: 'Sau này',
	noChanges: 'Chưa có sáp nhập, chia tách hay đổi tên nào được ghi.',
	notOpen:
		'Đơn vị không hoạt động vào ngày này; đường dẫn và đơn vị trực thuộc là của ngày gần nhất.',
	from: (on: string) => `từ ${on}`,
	until: (on: string) => `đến trước ${on}`,
	sinceEver: 'từ trước khi có dữ liệu'
};
const en: typeof vi = {
	refusals: {
		'not-found': () => 'There is no such unit, or you may not see it.',
		'sign-in-needed': () => 'Sign in to see units.',
		'unit-needed': () =>
			'This role needs a unit (--unit KEY). Only an administrator covers the whole instance.',
		'unit-unknown': (f) => `No open unit “${f.unit ?? ''}”. Check the unit's key.`
	},
	notes: {
		...fileNotes.en,
		'days-out-of-order': () => 'The end must come after the beginning. Mend one of the two days.',
		'names-overlap': () => 'Two names hold on one day. End the earlier where the later begins.',
		'edges-overlap': () =>
			'Two parents in one tree on one day. End the earlier where the later begins.',
		'outside-life': () => 'These days lie outside the unit’s life. Mend the days.',
		'unknown-parent': (f) => `There is no parent “${f.key}”. Mend the key or add that unit.`,
		'parent-not-open': (f) =>
			`The parent “${f.key}” is not open for all of these days. Mend the days.`,
		circle: () => 'The unit is its own ancestor on some day. Mend its parents.',
		'child-left-out': (f) =>
			`The stored unit “${f.key}” still stands under this one after it closes. Add “${f.key}” to the file with its new parent.`,
		'below-children': (f) =>
			`“${f.key}” declares less than its children together. It is kept; please check it.`
	},
	kinds: {
		country: 'Country',
		province: 'Province',
		district: 'District',
		commune: 'Commune',
		agency: 'Agency',
		department: 'Department',
		school: 'School',
		class: 'Class',
		doan: 'Youth union body',
		chi_doan: 'Youth union branch'
	},
	trees: { admin: 'Administration', doan: 'Youth union', education: 'Education' },
	events: {
		merge: 'Merger',
		split: 'Split',
		rename: 'Renaming',
		transfer: 'Transfer',
		dissolve: 'Dissolution'
	},
	day: 'On the day',
	show: 'Show',
	badDay: 'No calendar has this day. The page shows today.',
	code: 'Code',
	levels: 'Levels',
	levelNames: {
		mn: 'nursery',
		th: 'primary',
		thcs: 'lower secondary',
		thpt: 'upper secondary',
		gdtx: 'continuing education',
		cd: 'college',
		dh: 'university'
	},
	about: 'About the unit',
	path: 'Under',
	children: (count) => `Children (${count})`,
	noChildren: 'No children on this day.',
	before: 'Before',
	after: 'After',
	noChanges: 'No merger, split or renaming is recorded.',
	notOpen: 'The unit is not open on this day; path and children are those of the nearest day.',
	from: (on) => `from ${on}`,
	until: (on) => `until before ${on}`,
	sinceEver: 'since before the records'
};
export const unitsWords: Record<Language, typeof vi> = { vi, en };
