import type { Language } from '#lib/kernel/language.ts';
import type { Facts, Refusal } from '#lib/kernel/outcome.ts';
import { activitiesWords } from './activities.ts';
import { bankWords } from './bank.ts';
import { contestWords } from './contest.ts';
import { doorWords } from './door.ts';
import { identityWords } from './identity.ts';
import { peopleWords } from './people.ts';
import { plansWords } from './plans.ts';
import { takingWords } from './taking.ts';
import { unitsWords } from './units.ts';

type Sentences = Readonly<Record<string, (facts: Facts) => string>>;

/** Every room's sentences; a room's own table is typed, so a new refusal does not compile without its sentence. */
const tables: Record<Language, readonly Sentences[]> = {
	vi: [
		doorWords.vi.refusals,
		identityWords.vi.refusals,
		peopleWords.vi.refusals,
		bankWords.vi.refusals,
		contestWords.vi.refusals,
		takingWords.vi.refusals,
		activitiesWords.vi.refusals,
		plansWords.vi.refusals,
		unitsWords.vi.refusals
	],
	en: [
		doorWords.en.refusals,
		identityWords.en.refusals,
		peopleWords.en.refusals,
		bankWords.en.refusals,
		contestWords.en.refusals,
		takingWords.en.refusals,
		activitiesWords.en.refusals,
		plansWords.en.refusals,
		unitsWords.en.refusals
	]
};

/** What a refusal says to a person, in their language. Throws for a code without a sentence: that is a bug. */
export function refusalSentence(refusal: Refusal, language: Language): string {
	for (const table of tables[language]) {
		const sentence = table[refusal.code];
		if (sentence) return sentence(refusal.facts ?? {});
	}
	throw new Error(`no sentence for refusal ${refusal.code}`);
}
