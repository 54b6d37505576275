import { addMs, dayOf, type Instant } from '#lib/kernel/instant.ts';

/** The contest of a load run. */
export const CONTEST = 'bench';
/** Two days: a run ends long before. */
const OPEN_FOR_MS = 2 * 86_400_000;
const BRANCHES = [
	'Chi đoàn Tổ dân phố Lãm Hà',
	'Chi đoàn Tổ dân phố Văn Đẩu',
	'Chi đoàn Tổ dân phố Ngọc Sơn',
	'Chi đoàn thôn Tân Liên',
	'Chi đoàn thôn Trung Am'
] as const;

/** A roster of so many young people of five branches, all of age, so that their own consent is enough. */
export function rosterCsv(people: number): string {
	const rows = Array.from({ length: people }, (_, index) => {
		const code = `TAI${String(index + 1).padStart(7, '0')}`;
		return `${index + 1},Nguyễn Văn Tải,2000,${code},${BRANCHES[index % BRANCHES.length]},Đoàn viên`;
	});
	return ['STT,Họ và tên,Năm sinh,Mã học sinh,Đơn vị,Đối tượng', ...rows, ''].join('\n');
}

/** The parts of khoabang.contest/1 that the load run changes. */
interface ContestFile {
	readonly rounds: readonly object[];
	readonly rules: { readonly ranking: Readonly<Record<'round' | 'final', [string, string][]>> };
}

/**
 * W1 of the demo as one round that is open now: 20 questions, as many attempts as the run needs. Without
 * prediction and prizes, which are decided after closing.
 */
export function contestFile(
	w1: string,
	{ at, attempts }: { readonly at: Instant; readonly attempts: number }
): string {
	const file = JSON.parse(w1) as ContestFile;
	const { ranking } = file.rules;
	return JSON.stringify({
		...file,
		code: CONTEST,
		title: 'Cuộc thi của lượt đo tải',
		headcountAsOf: dayOf(at),
		rounds: [{ ...file.rounds[0], opensAt: at, closesAt: addMs(at, OPEN_FOR_MS) }],
		rules: {
			...file.rules,
			attemptsMax: attempts,
			quietHours: null,
			prediction: null,
			ranking: { ...ranking, round: ranking.round.filter(([key]) => key !== 'predictionError') },
			prizes: [],
			scopes: {}
		}
	});
}
