import type { Language } from '#lib/kernel/language.ts';
import { resultsWords } from '#lib/messages/results.ts';
import type { BundleProblem } from '#lib/results/bundle-problem.ts';
import { readBundle } from '#lib/results/read-bundle-folder.server.ts';
import { recompute, standingsText } from '#lib/results/recompute.ts';

export interface CommandResult {
	readonly exitCode: 0 | 1;
	readonly stdout: string;
	readonly stderr: string;
}

/** `recompute DIR`: prints the standings of a publication bundle, from nothing but the bundle. */
export function recomputeCommand(dir: string, language: Language = 'vi'): CommandResult {
	const folder = readBundle(dir);
	const done = folder.ok ? recompute(folder.value) : folder;
	if (!done.ok) return { exitCode: 1, stdout: '', stderr: problemLines(done.problems, language) };
	return { exitCode: 0, stdout: standingsText(done.standings), stderr: '' };
}

/** `file:line: what is wrong and how to mend it`, one a line. */
export function problemLines(problems: readonly BundleProblem[], language: Language): string {
	const { problems: words } = resultsWords[language];
	return problems
		.map(({ file, line, code, facts }) => `${file}:${line}: ${words[code](facts)}\n`)
		.join('');
}
