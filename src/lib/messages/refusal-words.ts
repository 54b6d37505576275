import type { Language } from '#lib/kernel/language.ts';
import type { Facts, Refusal } from '#lib/kernel/outcome.ts';
import { activitiesWords } from './activities.ts';
import { bankWords } from './bank.ts';
import { contestWords } from './contest.ts';
import { doorWords } from './door.ts';
import { identityWords } from './identity.ts';
import { participationWords } from './participation.ts';
import { peopleWords } from './people.ts';
import { plansWords } from './plans.ts';
import { resultsWords } from './results.ts';
import { standingsWords } from './standings.ts';
import { takingWords } from './taking.ts';
import { unitsWords } from './units.ts';
import { verdictsWords } from './verdicts.ts';

type Sentences = Readonly<Record<string, (facts: Facts) => string>>;

/** Every room's sentences; a room's own table is typed, so a new refusal does not compile without its sentence. */
const tables: Record<Language, readonly Sentences[]> = { vi: tablesOf('vi'), en: tablesOf('en') };

function tablesOf(language: Language): readonly Sentences[] {
	return [
		doorWords[language].refusals,
		identityWords[language].refusals,
		unitsWords[language].refusals,
		peopleWords[language].refusals,
		plansWords[language].refusals,
		bankWords[language].refusals,
		contestWords[language].refusals,
		takingWords[language].refusals,
		standingsWords[language].refusals,
		resultsWords[language].refusals,
		participationWords[language].refusals,
		activitiesWords[language].refusals,
		verdictsWords[language].refusals
	];
}

/** What a refusal says to a person, in their language. Throws for a code without a sentence: that is a bug. */
export function refusalSentence(refusal: Refusal, language: Language): string {
	for (const table of tables[language]) {
		const sentence = table[refusal.code];
		if (sentence) return sentence(refusal.facts ?? {});
	}
	throw new Error(`no sentence for refusal ${refusal.code}`);
}
