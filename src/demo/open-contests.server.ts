import { asOperator, play } from './demo-caller.ts';
import { demoFile } from './load-files.server.ts';
import { importContest } from '#lib/contest/import-contest.server.ts';
import { addMs, dayOf, type Instant } from '#lib/kernel/instant.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import { importHeadcounts } from '#lib/units/import-headcounts.server.ts';

const SIXTY_DAYS_MS = 60 * 86_400_000;

/** The parts of khoabang.contest/1 that a short copy changes. */
interface ContestFile {
	code: string;
	title: string;
	organiser: string;
	headcountAsOf: string;
	tags?: string[];
	plan?: string;
	rounds: { id: string; title: string; kind: string; opensAt: string; closesAt: string }[];
	rules: {
		prizes: { on: string }[];
		scopes: Record<string, string>;
		prizeShareCap: unknown;
		quietHours: unknown;
		collective: { formula: string } | null;
	};
}

/**
 * Short copies of W1 and W2 that are always open in the demo: one round, opening at the demo's first start and
 * closing 60 days later, with headcounts declared for that day. Answers their codes.
 */
export async function openContests(door: Door, at: Instant): Promise<readonly string[]> {
	const who = asOperator(door, at);
	await play(who, importHeadcounts, await headcountsOf(at));
	const [w1, w2] = [await contestFile('contest-w1.json'), await contestFile('contest-w2.json')];
	const openW1 = shortCopy(w1, {
		code: 'w1-mo',
		title: 'Cuộc thi tìm hiểu về chuyển đổi số trong đoàn viên (đang mở)',
		at
	});
	const openW2 = shortCopy(w2, {
		code: 'w2-mo',
		title: 'Cuộc thi "Học sinh THCS với chuyển đổi số" (đang mở)',
		at
	});
	// W2's own organiser, formula and scope belong to 2024 or to a later version of this software.
	openW2.organiser = 'phong-vhxh-phuong-kien-an';
	openW2.rules.scopes = { 'ca-nhan': 'first' };
	openW2.rules.prizeShareCap = null;
	if (openW2.rules.collective) openW2.rules.collective.formula = 'M3';
	for (const file of [openW1, openW2]) {
		const input = { text: JSON.stringify(file), fileName: `${file.code}.json`, dryRun: false };
		const report = await play(who, importContest, input);
		const error = report.notes.find(({ level }) => level === 'error');
		if (error) throw new Error(`${file.code}: ${error.code} ${JSON.stringify(error.facts ?? {})}`);
	}
	return [openW1.code, openW2.code];
}

async function contestFile(name: string): Promise<ContestFile> {
	return JSON.parse(await demoFile(name)) as ContestFile;
}

function shortCopy(
	file: ContestFile,
	{ code, title, at }: { readonly code: string; readonly title: string; readonly at: Instant }
): ContestFile {
	const [first] = file.rounds;
	if (!first) throw new Error(`${file.code} has no round`);
	const copy: ContestFile = {
		...file,
		code,
		title,
		headcountAsOf: dayOf(at),
		rounds: [{ ...first, title: 'Vòng mở', opensAt: at, closesAt: addMs(at, SIXTY_DAYS_MS) }],
		rules: {
			...file.rules,
			quietHours: null,
			prizes: file.rules.prizes.filter(({ on }) => on === first.id || on === 'final')
		}
	};
	delete copy.plan;
	delete copy.tags;
	return copy;
}

/** The declarations of the copied contests' own days, made anew for the day of opening. */
async function headcountsOf(at: Instant) {
	const [heading, ...rows] = (await demoFile('headcounts.csv')).trim().split('\n');
	const copied = rows
		.map((row) => row.split(','))
		.filter(
			([, audience, asOf]) =>
				(audience === 'doan_vien' && asOf === '2026-10-05') ||
				(audience === 'hs_6_9' && asOf === '2024-10-07')
		)
		.map(([unit, audience, , ...others]) => [unit, audience, dayOf(at), ...others].join(','));
	return { text: [heading, ...copied, ''].join('\n'), fileName: 'headcounts.csv', dryRun: false };
}
