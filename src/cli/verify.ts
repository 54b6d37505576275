import type { Language } from '#lib/kernel/language.ts';
import { resultsWords } from '#lib/messages/results.ts';
import { readBundleFolder } from '#lib/results/read-bundle-folder.server.ts';
import { verify, type VerifyFinding } from '#lib/results/verify.ts';
import { problemLines, type CommandResult } from './recompute.ts';

/** `verify DIR`: recomputes, compares, checks hashes and commitments; says in words what differs. */
export function verifyCommand(dir: string, language: Language = 'vi'): CommandResult {
	const folder = readBundleFolder(dir);
	if (!folder.ok)
		return { exitCode: 1, stdout: '', stderr: problemLines(folder.problems, language) };
	const findings = verify(folder.value);
	if (findings.length === 0)
		return { exitCode: 0, stdout: `${resultsWords[language].verified}\n`, stderr: '' };
	const stderr = findings.map((finding) => findingLine(finding, language)).join('');
	return { exitCode: 1, stdout: '', stderr };
}

function findingLine(finding: VerifyFinding, language: Language): string {
	if (finding.kind === 'bundle') return problemLines([finding.problem], language);
	const { finding: words } = resultsWords[language];
	const line = 'line' in finding ? finding.line : 1;
	return `${fileOf(finding)}:${line}: ${words(finding)}\n`;
}

function fileOf(finding: Exclude<VerifyFinding, { kind: 'bundle' }>): string {
	switch (finding.kind) {
		case 'standings-missing':
		case 'standings-differ':
			return 'standings.json';
		case 'commitment-differs':
			return 'contest.json';
		case 'sums-missing':
		case 'sums-unreadable':
		case 'hash-differs':
		case 'file-missing':
		case 'file-unlisted':
			return 'SHA256SUMS';
	}
}
