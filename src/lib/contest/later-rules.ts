import type { Fault } from '#lib/kernel/json-file.ts';
import type { ContestDefinition } from './definition.ts';
import type { Rules } from './rules.ts';

/**
 * Rules that this version keeps but does not yet apply when an attempt starts: such a start is refused
 * with `rule-later`, by the rule's name, never quietly allowed. Quiet hours bind people under 16 only.
 * Empty: all are applied.
 */
export function laterRulesAtStart(rules: Rules, person: { readonly under16: boolean }): string[] {
	const later: [name: string, used: boolean][] = [
		['cooldownSeconds', rules.cooldownSeconds > 0],
		['minAge', rules.minAge !== null],
		['maxAge', rules.maxAge !== null],
		['quietHours', rules.quietHours !== null && person.under16],
		['advancement', rules.advancement !== null],
		['boardFreezeMinutes', rules.boardFreezeMinutes > 0]
	];
	return later.filter(([, used]) => used).map(([name]) => name);
}

/**
 * What a file asks for that no part of this version does, each by its name at its place: an import takes it,
 * with a warning (`rule-kept`), and the thể lệ does not promise it. What would change how a round runs is
 * refused by name when an attempt starts (above).
 */
export function laterFaults({ rules, practice, certificates }: ContestDefinition): Fault[] {
	const kept: [pointer: string, used: boolean][] = [
		['/practice', practice !== null],
		['/rules/boardFreezeMinutes', rules.boardFreezeMinutes > 0],
		['/certificates', certificates.length > 0],
		['/rules/showAnswers', rules.showAnswers === 'after_round']
	];
	return kept
		.filter(([, used]) => used)
		.map(([pointer]) => ({ pointer, code: 'rule-kept', level: 'warning' }));
}
