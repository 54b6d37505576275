import type { ItemsLayout } from '#lib/bank/items-file.ts';
import type { Facts } from '#lib/kernel/outcome.ts';
import type { Language } from '#lib/kernel/language.ts';
import { fileNotes } from './files.ts';

type Notes = Record<string, (facts: Facts) => string>;

const layouts: Record<Language, Record<ItemsLayout, string>> = {
	vi: {
		'khoabang.items/1': 'khoabang.items/1',
		gift: 'GIFT',
		aiken: 'Aiken',
		'moodle-xml': 'Moodle XML',
		qti: 'QTI',
		sheet: 'bảng tính (XLSX, CSV)',
		docx: 'DOCX',
		text: 'văn bản thường',
		unknown: 'không nhận ra'
	},
	en: {
		'khoabang.items/1': 'khoabang.items/1',
		gift: 'GIFT',
		aiken: 'Aiken',
		'moodle-xml': 'Moodle XML',
		qti: 'QTI',
		sheet: 'spreadsheet (XLSX, CSV)',
		docx: 'DOCX',
		text: 'plain text',
		unknown: 'not recognised'
	}
};

function layoutName(language: Language, facts: Facts): string {
	const names: Record<string, string> = layouts[language];
	return names[String(facts.layout)] ?? String(facts.layout);
}

/** What a file of items can get wrong; the place is an RFC 6901 pointer into the file. */
const vi: Notes = {
	...fileNotes.vi,
	'format-later': (f) =>
		`Định dạng ${layoutName('vi', f)} có ở bản sau. Bản này nhận tệp JSON khoabang.items/1.`,
	'not-utf8': () => 'Tệp không phải UTF-8. Lưu lại tệp với mã hóa UTF-8 rồi nạp lại.',
	'doubled-id': (f) =>
		`/${f.field}: mã “${f.id}” đã có ở dòng ${f.firstLine} (${f.firstAt}). Đổi mã hoặc bỏ một bản.`,
	'unknown-source': (f) =>
		`/${f.field}: không có văn bản “${f.id}” trong sources. Thêm văn bản hoặc sửa mã.`,
	'unknown-topic': (f) => `/${f.field}: không có chủ đề “${f.id}” trong topics. Sửa mã chủ đề.`,
	'unknown-level': (f) => `/${f.field}: không có mức độ “${f.id}” trong levels. Sửa mã mức độ.`,
	'unknown-enemy': (f) =>
		`/${f.field}: không có câu khác mang mã “${f.id}”. Sửa mã hoặc bỏ khỏi enemies.`,
	'doubled-part': (f) => `/${f.field}: mã này đã dùng trong cùng câu. Đổi mã.`,
	'doubled-source': (f) => `/${f.field}: văn bản này đã nêu trong cùng câu. Bỏ một lần.`,
	'too-few-parts': (f) => `/${f.field}: có ${f.count}, cần ít nhất ${f.least}.`,
	'key-not-an-option': (f) =>
		`/${f.field}: đáp án không phải là một phương án của câu. Dùng id của phương án đúng.`,
	'key-incomplete': (f) => `/${f.field}: đáp án phải nêu đủ và đúng một lần từng ý của câu.`,
	'key-not-accepted': (f) => `/${f.field}: đáp án phải có trong accept.`,
	'not-a-decimal': (f) =>
		`/${f.field}: cần một số thập phân viết trong nháy, ví dụ "65" hoặc "0.5".`,
	'ladder-needs-four': (f) => `/${f.field}: ladder_2025 chỉ dùng cho nhóm đúng, sai có bốn ý.`,
	'validity-reversed': (f) => `/${f.field}: ngày hết hạn phải sau ngày bắt đầu.`,
	'unstorable-text': (f) => `/${f.field}: có ký tự không lưu được (NUL hoặc nửa ký tự). Gõ lại.`,
	'empty-text': (f) => `/${f.field}: chưa có chữ nào.`,
	'text-too-long': (f) => `/${f.field}: dài quá 20.000 ký tự. Rút gọn lại.`,
	'one-source': (f) => `/${f.field}: đã đọc như danh sách sources một văn bản.`,
	'no-audience': (f) => `/${f.field}: câu chưa ghi đối tượng nên chưa được rút vào đề nào.`,
	'media-later': (f) => `/${f.field}: bản này chưa hiện hình, nên câu chưa được rút vào đề.`,
	'one-sided-enemy': (f) =>
		`/${f.field}: “${f.id}” không ghi lại câu này. Hai câu vẫn không ra cùng đề.`,
	'other-bank': (f) => `Tệp ghi ngân hàng “${f.code}”, câu hỏi được nạp vào “${f.bank}”.`
};

const en: Notes = {
	...fileNotes.en,
	'format-later': (f) =>
		`The format ${layoutName('en', f)} belongs to a later version. This one takes khoabang.items/1 JSON.`,
	'not-utf8': () => 'The file is not UTF-8. Save it as UTF-8 and load it again.',
	'doubled-id': (f) =>
		`/${f.field}: the id “${f.id}” is on line ${f.firstLine} already (${f.firstAt}). Change or remove one.`,
	'unknown-source': (f) => `/${f.field}: no “${f.id}” in sources. Add the document or mend the id.`,
	'unknown-topic': (f) => `/${f.field}: no “${f.id}” in topics. Mend the code.`,
	'unknown-level': (f) => `/${f.field}: no “${f.id}” in levels. Mend the code.`,
	'unknown-enemy': (f) => `/${f.field}: no other item has the id “${f.id}”. Mend or remove it.`,
	'doubled-part': (f) => `/${f.field}: this id is used in the item already. Change it.`,
	'doubled-source': (f) => `/${f.field}: this document is named in the item already. Remove it.`,
	'too-few-parts': (f) => `/${f.field}: has ${f.count}, needs at least ${f.least}.`,
	'key-not-an-option': (f) =>
		`/${f.field}: the key is not one of the item’s options. Use the id of the right one.`,
	'key-incomplete': (f) => `/${f.field}: the key must name every part of the item exactly once.`,
	'key-not-accepted': (f) => `/${f.field}: the key must also stand in accept.`,
	'not-a-decimal': (f) => `/${f.field}: needs a decimal in quotes, for example "65" or "0.5".`,
	'ladder-needs-four': (f) => `/${f.field}: ladder_2025 is for true/false groups of four only.`,
	'validity-reversed': (f) => `/${f.field}: the end must come after the beginning.`,
	'unstorable-text': (f) =>
		`/${f.field}: holds a character that cannot be stored (NUL or half a character).`,
	'empty-text': (f) => `/${f.field}: has no words.`,
	'text-too-long': (f) => `/${f.field}: is over 20,000 characters. Shorten it.`,
	'one-source': (f) => `/${f.field}: was read as a list of one source.`,
	'no-audience': (f) => `/${f.field}: no audience, so no paper draws this item yet.`,
	'media-later': (f) =>
		`/${f.field}: this version shows no pictures, so no paper draws this item yet.`,
	'one-sided-enemy': (f) =>
		`/${f.field}: “${f.id}” does not name this item back. They still never share a paper.`,
	'other-bank': (f) => `The file names the bank “${f.code}”; its items went into “${f.bank}”.`
};

export const bankNotes: Record<Language, Notes> = { vi, en };
