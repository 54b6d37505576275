import type { Facts } from '#lib/kernel/outcome.ts';
import type { Language } from '#lib/kernel/language.ts';

type Notes = Record<string, (facts: Facts) => string>;

/** What any file can get wrong, whatever it is about: where it is said by line, here what and how to mend. */
const vi: Notes = {
	'json-unexpected': () =>
		'JSON không đúng cú pháp ở đây. Kiểm tra dấu phẩy, dấu ngoặc và dấu nháy.',
	'json-ended': () => 'Tệp JSON kết thúc giữa chừng. Kiểm tra dấu ngoặc cuối tệp.',
	'json-bad-text': () =>
		'Chuỗi ký tự không đóng nháy hoặc có ký tự không được phép. Xuống dòng trong chuỗi viết là \\n.',
	'json-doubled-key': () => 'Một tên trường xuất hiện hai lần trong cùng một khối. Giữ lại một.',
	'json-too-deep': () => 'JSON lồng quá nhiều lớp, không giống tệp cần nạp.',
	'csv-quote-open': () => 'Dấu nháy kép mở ở đây không được đóng. Thêm dấu nháy đóng.',
	'csv-after-quote': () =>
		'Có ký tự ngay sau dấu nháy đóng. Dấu nháy trong ô phải viết hai lần ("").',
	'too-many-cells': () =>
		'Dòng này có nhiều ô hơn dòng tiêu đề. Ô chứa dấu phân cách phải để trong nháy kép.',
	'missing-heading': (f) => `Thiếu cột “${f.field}”. Thêm cột này vào dòng tiêu đề.`,
	'unknown-heading': (f) => `Không có cột nào tên “${f.field}”. Sửa tên hoặc bỏ cột này.`,
	'doubled-heading': (f) => `Cột “${f.field}” xuất hiện hai lần. Giữ lại một.`,
	'missing-field': (f) => `Thiếu “${f.field}”. Điền giá trị cho trường này.`,
	'unknown-field': (f) => `Không có trường “${f.field}”. Sửa tên hoặc bỏ trường này.`,
	'unknown-word': (f) => `“${f.field}” phải là một trong: ${f.allowed}.`,
	'bad-field': (f) => `“${f.field}” không đúng dạng. Xem lại mô tả của tệp.`,
	'bad-text': (f) => `“${f.field}” có ký tự không lưu được. Gõ lại đoạn chữ này.`,
	'bad-key': (f) => `“${f.field}” chỉ gồm chữ, số và các dấu - _ . , không có khoảng trắng.`,
	'not-a-day': (f) => `“${f.field}” không phải là ngày dạng năm-tháng-ngày, ví dụ 2025-07-01.`,
	'not-a-count': (f) => `“${f.field}” phải là số nguyên từ 0.`,
	'unknown-unit': (f) =>
		`Không có đơn vị nào mang khóa “${f.key}”. Sửa khóa hoặc nạp đơn vị trước.`,
	'unit-not-open': (f) =>
		`Đơn vị “${f.key}” không hoạt động vào ngày này. Sửa ngày hoặc khóa đơn vị.`,
	'doubled-key': (f) => `“${f.key}” đã có ở một dòng trên. Giữ lại một bản ghi.`
};
const en: typeof vi = {
	'json-unexpected': () => 'This is not JSON. Check the commas, brackets and quotes here.',
	'json-ended': () => 'The JSON ends in the middle. Check the closing brackets.',
	'json-bad-text': () =>
		'A text is not closed or holds a character that is not allowed. Write a line break as \\n.',
	'json-doubled-key': () => 'A field stands twice in one block. Keep one.',
	'json-too-deep': () => 'The JSON is nested too deeply to be such a file.',
	'csv-quote-open': () => 'The quote opened here is never closed. Add the closing quote.',
	'csv-after-quote': () =>
		'Something follows a closing quote. Write a quote inside a cell twice ("").',
	'too-many-cells': () =>
		'This line has more cells than the heading. Quote a cell that holds the separator.',
	'missing-heading': (f) => `The column “${f.field}” is missing. Add it to the heading.`,
	'unknown-heading': (f) => `There is no column “${f.field}”. Mend its name or leave it out.`,
	'doubled-heading': (f) => `The column “${f.field}” stands twice. Keep one.`,
	'missing-field': (f) => `“${f.field}” is missing. Fill it in.`,
	'unknown-field': (f) => `There is no field “${f.field}”. Mend its name or leave it out.`,
	'unknown-word': (f) => `“${f.field}” must be one of: ${f.allowed}.`,
	'bad-field': (f) => `“${f.field}” has the wrong form. See the description of the file.`,
	'bad-text': (f) => `“${f.field}” holds a character that cannot be stored. Type it again.`,
	'bad-key': (f) => `“${f.field}” may hold letters, digits and - _ . only, no spaces.`,
	'not-a-day': (f) => `“${f.field}” is not a day as year-month-day, for example 2025-07-01.`,
	'not-a-count': (f) => `“${f.field}” must be a whole number from 0.`,
	'unknown-unit': (f) => `No unit has the key “${f.key}”. Mend the key or load the unit first.`,
	'unit-not-open': (f) => `The unit “${f.key}” is not open on this day. Mend the day or the key.`,
	'doubled-key': (f) => `“${f.key}” stands on a line above already. Keep one record.`
};
export const fileNotes: Record<Language, typeof vi> = { vi, en };
