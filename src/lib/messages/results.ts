import type { Language } from '#lib/kernel/language.ts';
import type { Facts } from '#lib/kernel/outcome.ts';
import type { ResultsRefusalCode } from '#lib/results/refusals.ts';
import { bundleWords, type BundleWords } from './results-bundle.ts';

interface ResultsWords extends BundleWords {
	readonly refusals: Record<ResultsRefusalCode, (facts: Facts) => string>;
}

const vi: ResultsWords = {
	refusals: {
		'not-found': () => 'Không có bản công bố này, hoặc bạn không có quyền xem.',
		'sign-in-needed': () =>
			'Bạn cần đăng nhập để lấy bản đầy đủ. Bản công khai thì ai cũng lấy được.',
		'round-not-closed': (f) =>
			`Vòng "${f['title']}" chưa đóng nên chưa công bố được. Bạn quay lại sau khi vòng thi đóng.`,
		'attempts-running': (f) =>
			`Vòng "${f['title']}" còn bài thi chưa kết thúc. Bạn chờ ít phút rồi công bố lại.`,
		'rules-later': (f) =>
			`Thể lệ có điều thuộc một phiên bản sau của Khoa Bảng nên chưa công bố được: ${f['named']}.`,
		'bundle-unsound': (f) =>
			`Số liệu của cuộc thi chưa khớp nên chưa công bố được: ${f['named']}. Chưa có gì thay đổi.`
	},
	...bundleWords.vi
};

const en: ResultsWords = {
	refusals: {
		'not-found': () => 'There is no such publication, or you may not see it.',
		'sign-in-needed': () => 'Sign in for the full form. The public form is everyone’s.',
		'round-not-closed': (f) =>
			`Round "${f['title']}" is not closed yet, so it cannot be published. Come back after it closes.`,
		'attempts-running': (f) =>
			`Round "${f['title']}" has attempts that still run. Wait a few minutes and publish again.`,
		'rules-later': (f) =>
			`The rules ask for what belongs to a later version of Khoa Bảng, so they cannot be published: ${f['named']}.`,
		'bundle-unsound': (f) =>
			`The contest's figures do not fit together, so they cannot be published: ${f['named']}. Nothing was changed.`
	},
	...bundleWords.en
};

export const resultsWords: Record<Language, ResultsWords> = { vi, en };
