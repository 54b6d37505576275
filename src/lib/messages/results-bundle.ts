import type { Language } from '#lib/kernel/language.ts';
import type { Facts } from '#lib/kernel/outcome.ts';
import type { BundleProblemCode } from '#lib/results/bundle-problem.ts';
import type { StandingsPlace } from '#lib/results/standings-difference.ts';
import type { VerifyFinding } from '#lib/results/verify.ts';

type Finding = Exclude<VerifyFinding, { kind: 'bundle' }>;

/** What `recompute` and `verify` say of a publication bundle. */
export interface BundleWords {
	readonly problems: Record<BundleProblemCode, (facts: Facts) => string>;
	readonly finding: (finding: Finding) => string;
	readonly place: (place: StandingsPlace) => string;
	readonly verified: string;
}

/** Shapes as zod names them, in Vietnamese; what is written in signs stays as it is. */
const shapes: Readonly<Record<string, string>> = {
	number: 'số',
	int: 'số nguyên',
	integer: 'số nguyên',
	string: 'văn bản',
	object: 'đối tượng {…}',
	record: 'đối tượng {…}',
	array: 'danh sách […]',
	tuple: 'danh sách […]',
	boolean: 'true | false',
	id: 'mã định danh',
	text: 'văn bản'
};

const inVietnamese = (facts: Facts): string => {
	const expected = String(facts['expected']);
	return shapes[expected] ?? expected;
};

function placeVi(place: StandingsPlace): string {
	switch (place.kind) {
		case 'round-row':
			return `vòng ${place.round}${groupVi(place.group)}, dòng ${place.row}, người ${place.person}`;
		case 'round':
			return `vòng ${place.round}`;
		case 'final-row':
			return `bảng chung cuộc${groupVi(place.group)}, dòng ${place.row}, người ${place.person}`;
		case 'final':
			return 'bảng chung cuộc';
		case 'prize-row':
			return `danh sách giải, dòng ${place.row}, giải ${place.prize}, người ${place.person}`;
		case 'unit-row':
			return `bảng đơn vị${place.league === null ? '' : `, khối ${place.league}`}, dòng ${place.row}, đơn vị ${place.unit}`;
		case 'document':
			return 'phần khung của tệp';
	}
}

function groupVi(group: string | null): string {
	return group === null ? '' : `, bảng ${group}`;
}

function findingVi(finding: Finding): string {
	switch (finding.kind) {
		case 'standings-missing':
			return 'thiếu standings.json nên không có gì để đối chiếu. Bạn lấy lại trọn bộ công bố.';
		case 'standings-differ': {
			const { place, expected, found, offset } = finding.difference;
			return `khác với kết quả tính lại ở ${placeVi(place)} (byte ${offset}): tính lại được ${expected}, trong tệp là ${found}`;
		}
		case 'sums-missing':
			return 'thiếu SHA256SUMS nên không kiểm được các tệp còn nguyên hay không. Bạn lấy lại trọn bộ công bố.';
		case 'sums-unreadable':
			return 'dòng này không đọc được. Mỗi dòng là mã sha256, hai dấu cách, rồi tên tệp.';
		case 'hash-differs':
			return `${finding.file} không còn như lúc công bố (mã sha256 khác).`;
		case 'file-missing':
			return `${finding.file} có tên ở đây nhưng không có trong thư mục.`;
		case 'file-unlisted':
			return `${finding.file} có trong thư mục nhưng không có tên ở đây.`;
		case 'commitment-differs':
			return `vòng ${finding.round}: hạt giống bốc thăm không khớp với cam kết công bố trước vòng thi.`;
	}
}

const vi: BundleWords = {
	problems: {
		'unreadable-json': (f) =>
			`không đọc được JSON${f['column'] === undefined ? '' : ` (cột ${f['column']})`}. Bạn lấy lại tệp này từ nơi công bố.`,
		'missing-file': () => 'thư mục không có tệp này. Bạn lấy lại trọn bộ công bố.',
		'missing-field': (f) => `thiếu ${f['field']}.`,
		'unknown-field': (f) =>
			`${f['field']} không có trong định dạng. Bạn xem lại tên hoặc bỏ nó đi.`,
		'wrong-value': (f) => `${f['field']} là ${f['found']}, cần: ${inVietnamese(f)}.`,
		'doubled-id': (f) => `${f['field']}: mã ${f['found']} đã dùng ở trên. Mỗi mã chỉ dùng một lần.`,
		'unknown-id': (f) => `${f['field']}: không có ${f['found']} trong bộ công bố này.`,
		'doubled-attempt': (f) => `lượt thi thứ ${f['found']} của người này ở vòng này đã có ở trên.`,
		'score-outside': (f) => `điểm ${f['found']} lớn hơn điểm tối đa của vòng (${f['most']}).`,
		'extra-time-below-one': (f) => `${f['field']} nhỏ hơn 1. Thời gian thêm chỉ làm bài dài ra.`,
		'unit-circle': (f) => `${f['field']}: đi lên từ đơn vị ${f['found']} thì gặp lại chính nó.`,
		'round-called-final': () =>
			'một vòng thi không được mang mã "final", đó là tên bảng chung cuộc.',
		'scope-undeclared': (f) => `${f['field']}: phạm vi ${f['found']} chưa khai trong scopes.`,
		'bands-out-of-order': (f) =>
			`${f['field']}: các mức phải tăng dần theo below, mức cuối có below là null.`,
		'group-needed': (f) => `${f['field']}: cuộc thi có bảng, nên ai cũng phải thuộc một bảng.`,
		'draw-without-seed': (f) =>
			`${f['field']}: giải này bốc thăm khi đồng hạng, nhưng vòng ${f['found']} không có hạt giống.`,
		'later-version': (f) =>
			`${f['field']}: ${f['found']} thuộc một phiên bản sau của Khoa Bảng, phiên bản này chưa tính được.`
	},
	finding: findingVi,
	place: placeVi,
	verified: 'Khớp: tính lại cho đúng từng byte, các tệp còn nguyên, cam kết bốc thăm đúng.'
};

function placeEn(place: StandingsPlace): string {
	switch (place.kind) {
		case 'round-row':
			return `round ${place.round}${groupEn(place.group)}, row ${place.row}, person ${place.person}`;
		case 'round':
			return `round ${place.round}`;
		case 'final-row':
			return `the final${groupEn(place.group)}, row ${place.row}, person ${place.person}`;
		case 'final':
			return 'the final';
		case 'prize-row':
			return `the prizes, row ${place.row}, prize ${place.prize}, person ${place.person}`;
		case 'unit-row':
			return `the units${place.league === null ? '' : `, league ${place.league}`}, row ${place.row}, unit ${place.unit}`;
		case 'document':
			return 'the frame of the file';
	}
}

function groupEn(group: string | null): string {
	return group === null ? '' : `, group ${group}`;
}

function findingEn(finding: Finding): string {
	switch (finding.kind) {
		case 'standings-missing':
			return 'standings.json is missing, so there is nothing to compare. Fetch the whole publication again.';
		case 'standings-differ': {
			const { place, expected, found, offset } = finding.difference;
			return `differs from the recomputed standings in ${placeEn(place)} (byte ${offset}): recomputed ${expected}, the file has ${found}`;
		}
		case 'sums-missing':
			return 'SHA256SUMS is missing, so the files cannot be checked. Fetch the whole publication again.';
		case 'sums-unreadable':
			return 'this line is not readable. A line is a sha256, two spaces and a file name.';
		case 'hash-differs':
			return `${finding.file} is not as published (its sha256 differs).`;
		case 'file-missing':
			return `${finding.file} is listed here but is not in the folder.`;
		case 'file-unlisted':
			return `${finding.file} is in the folder but is not listed here.`;
		case 'commitment-differs':
			return `round ${finding.round}: the draw's seed does not match the commitment published before the round.`;
	}
}

const en: BundleWords = {
	problems: {
		'unreadable-json': (f) =>
			`not readable JSON${f['column'] === undefined ? '' : ` (column ${f['column']})`}. Fetch this file again from where it was published.`,
		'missing-file': () => 'the folder has no such file. Fetch the whole publication again.',
		'missing-field': (f) => `${f['field']} is missing.`,
		'unknown-field': (f) => `${f['field']} is not in the format. Check its name or take it out.`,
		'wrong-value': (f) => `${f['field']} is ${f['found']}, wanted: ${f['expected']}.`,
		'doubled-id': (f) => `${f['field']}: id ${f['found']} is used above. An id is used once.`,
		'unknown-id': (f) => `${f['field']}: this bundle has no ${f['found']}.`,
		'doubled-attempt': (f) =>
			`attempt ${f['found']} of this person in this round is above already.`,
		'score-outside': (f) => `score ${f['found']} is above the round's full marks (${f['most']}).`,
		'extra-time-below-one': (f) => `${f['field']} is below 1. Extra time only lengthens.`,
		'unit-circle': (f) => `${f['field']}: the way up from unit ${f['found']} comes back to it.`,
		'round-called-final': () => 'a round may not be called "final", the name of the final board.',
		'scope-undeclared': (f) => `${f['field']}: scope ${f['found']} is not declared in scopes.`,
		'bands-out-of-order': (f) =>
			`${f['field']}: bands ascend by below, and the last one's below is null.`,
		'group-needed': (f) => `${f['field']}: the contest has groups, so everyone is in one.`,
		'draw-without-seed': (f) =>
			`${f['field']}: this prize draws among equals, but round ${f['found']} has no seed.`,
		'later-version': (f) =>
			`${f['field']}: ${f['found']} belongs to a later version of Khoa Bảng; this one cannot compute it.`
	},
	finding: findingEn,
	place: placeEn,
	verified: 'Matches: recomputed byte for byte, files intact, draw commitments kept.'
};

export const bundleWords: Record<Language, BundleWords> = { vi, en };
