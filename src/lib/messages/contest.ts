import type { GateColour, GateReason } from '#lib/contest/blueprint-gate.ts';
import type { ContestRefusalCode } from '#lib/contest/refusals.ts';
import type { RoundPhase } from '#lib/contest/round-phase.ts';
import type { HindranceCode } from '#lib/contest/start-hindrance.ts';
import { instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Facts } from '#lib/kernel/outcome.ts';
import { formatTimeFull } from '#lib/kernel/format.ts';
import { contestNotes } from './contest-notes.ts';

type Sentences<Code extends string> = Record<Code, (facts: Facts) => string>;

interface ContestWords {
	readonly refusals: Sentences<ContestRefusalCode>;
	/** What is wrong in a contest's file, and how to mend it. */
	readonly notes: Readonly<Record<string, (facts: Facts) => string>>;
	/** Why the start button is not on. */
	readonly hindrances: Sentences<HindranceCode>;
	readonly phases: Record<RoundPhase, string>;
	readonly gate: Record<GateColour, string>;
	readonly gateReasons: Record<GateReason, string>;
}

function when(fact: string | number | undefined, language: Language): string {
	return typeof fact === 'string' ? formatTimeFull(instant(fact), language) : '';
}

const vi: ContestWords = {
	refusals: {
		'not-found': () => 'Không có cuộc thi này, hoặc bạn không có quyền xem.',
		'sign-in-needed': () => 'Bạn cần đăng nhập để xem trang này.',
		'rules-frozen': (f) =>
			`Cuộc thi ${f.code ?? ''} đã có lượt thi nên thể lệ không sửa được nữa. Chưa có gì thay đổi.`,
		'round-not-open': (f) => `Vòng thi chưa mở. Vòng mở lúc ${when(f.opensAt, 'vi')}.`,
		'not-in-scope': () =>
			'Cuộc thi này không dành cho đơn vị hoặc đối tượng của bạn. Thông tin chưa đúng? Báo thầy, cô.',
		'choose-unit': (f) =>
			`Bạn thuộc nhiều đơn vị (${f.units ?? ''}). Bạn chọn đơn vị mình dự thi rồi bắt đầu; lựa chọn này giữ cho cả cuộc thi.`,
		'unit-not-yours': (f) =>
			`Đơn vị vừa chọn không phải của bạn. Bạn chọn một trong: ${f.units ?? ''}.`,
		'form-unfillable': () =>
			'Ngân hàng câu hỏi chưa ra được đề cho vòng này. Ban tổ chức cần sửa, bạn vào lại sau.'
	},
	notes: contestNotes.vi,
	hindrances: {
		'round-not-open': (f) => `Vòng thi mở lúc ${when(f.opensAt, 'vi')}, nút sẽ tự bật.`,
		'round-closed': (f) =>
			`Vòng thi đã đóng lúc ${when(f.closesAt, 'vi')}. Bài đã nộp vẫn được tính.`,
		'sign-in-needed': () => 'Bạn đăng nhập bằng thẻ dự thi để bắt đầu.',
		'contestants-only': () =>
			'Tài khoản này là của người làm việc, không có thẻ dự thi. Muốn làm bài, bạn đăng nhập bằng thẻ.',
		'consent-missing': (f) =>
			String(f.missing ?? '').includes('guardian')
				? 'Bạn cần phiếu đồng ý có chữ ký của cha mẹ hoặc người giám hộ, và sự đồng ý của chính bạn. Nộp phiếu cho thầy, cô, rồi xem trang Đồng ý.'
				: 'Bạn chưa chọn đồng ý dự thi. Bạn xem trang Đồng ý rồi chọn.',
		'rule-later': () =>
			'Thể lệ có điều kiện vào thi mà phần mềm này chưa áp dụng được, nên chưa cho vào thi. Bạn hỏi ban tổ chức.',
		'not-in-scope': () =>
			'Cuộc thi này không dành cho đơn vị hoặc đối tượng của bạn. Thông tin chưa đúng? Báo thầy, cô.',
		'attempts-used-up': (f) =>
			`Bạn đã dùng hết ${f.attemptsMax ?? ''} lượt của vòng này. Các bài đã nộp vẫn được tính.`
	},
	phases: { upcoming: 'Sắp mở', open: 'Đang mở', closed: 'Đã đóng' },
	gate: { green: 'Đủ câu hỏi', amber: 'Cần xem lại', red: 'Chưa ra được đề' },
	gateReasons: {
		'too-few': 'ít hơn số câu của đề',
		enemies: 'các câu loại trừ nhau nên không ra được đề',
		'uneven-weights':
			'các câu có điểm khác nhau mà đề không định điểm cho ô này; bạn thêm marks cho ô',
		'below-factor': 'ít so với số câu của đề, các đề sẽ giống nhau',
		'partial-marks-lost': 'câu đúng một phần sẽ được 0 điểm'
	}
};

const en: ContestWords = {
	refusals: {
		'not-found': () => 'There is no such contest, or you may not see it.',
		'sign-in-needed': () => 'Sign in to see this page.',
		'rules-frozen': (f) =>
			`The contest ${f.code ?? ''} has attempts, so its rules can no longer change. Nothing was changed.`,
		'round-not-open': (f) => `The round is not open yet. It opens at ${when(f.opensAt, 'en')}.`,
		'not-in-scope': () =>
			'This contest is not for your unit or audience. Is your information wrong? Tell your teacher.',
		'choose-unit': (f) =>
			`You belong to several units (${f.units ?? ''}). Choose the one you take part for and start; the choice stays for the whole contest.`,
		'unit-not-yours': (f) => `The unit you chose is not yours. Choose one of: ${f.units ?? ''}.`,
		'form-unfillable': () =>
			'No paper can be drawn for this round yet. The organiser has to mend it; come back later.'
	},
	notes: contestNotes.en,
	hindrances: {
		'round-not-open': (f) =>
			`The round opens at ${when(f.opensAt, 'en')}; the button will turn on by itself.`,
		'round-closed': (f) =>
			`The round closed at ${when(f.closesAt, 'en')}. What you submitted counts.`,
		'sign-in-needed': () => 'Sign in with your contest card to start.',
		'contestants-only': () =>
			'This is a work account without a contest card. Sign in with a card to take part.',
		'consent-missing': (f) =>
			String(f.missing ?? '').includes('guardian')
				? 'You need the form signed by a parent or guardian, and your own consent. Hand the form to your teacher, then see the consent page.'
				: 'You have not agreed to take part yet. See the consent page.',
		'rule-later': () =>
			'The rules have a condition for starting that this software does not apply yet, so nobody is let in. Ask the organiser.',
		'not-in-scope': () =>
			'This contest is not for your unit or audience. Is your information wrong? Tell your teacher.',
		'attempts-used-up': (f) =>
			`You have used all ${f.attemptsMax ?? ''} attempts of this round. What you submitted counts.`
	},
	phases: { upcoming: 'Upcoming', open: 'Open', closed: 'Closed' },
	gate: { green: 'Enough questions', amber: 'To be looked at', red: 'No paper possible' },
	gateReasons: {
		'too-few': 'fewer than the paper needs',
		enemies: 'questions exclude each other, so no paper can be drawn',
		'uneven-weights': 'questions weigh differently and the cell names no marks; give it marks',
		'below-factor': 'few for the paper, papers will look alike',
		'partial-marks-lost': 'the marks of this cell turn partly right answers into 0'
	}
};

export const contestWords: Record<Language, ContestWords> = { vi, en };
