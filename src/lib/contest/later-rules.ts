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
		['advancement', rules.advancement !== null]
	];
	return later.filter(([, used]) => used).map(([name]) => name);
}
