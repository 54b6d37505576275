import type { Source } from '#lib/bank/items-file.ts';
import type { ReviewReason } from '#lib/bank/review-need.ts';
import type { bankWords } from '#lib/messages/bank.ts';
import { formatDayFull } from '#lib/kernel/format.ts';

type Words = (typeof bankWords)['vi'];

/** The source that stands for general knowledge without a document (khoabang.items/1). */
const GENERAL = 'ktc';

/** The documents an item cites; general knowledge is none. */
export function documentsOf(sources: readonly Source[]): Source[] {
	return sources.filter((source) => source.id !== GENERAL);
}

/** A document by its number; a plan whose number is left blank by its title. */
export function shortName(source: Source): string {
	return source.number === null || source.number.startsWith('/') ? source.title : source.number;
}

/** A document as a sentence names it: its title, and its number where it has one that the title leaves out. */
export function citation(source: Source): string {
	const name = shortName(source);
	return source.title.includes(name) ? source.title : `${source.title} (${name})`;
}

/** The state of what an item rests on, in a few words, worst first. */
export function basisState(
	reasons: readonly ReviewReason[],
	documents: readonly Source[],
	w: Words
) {
	for (const reason of reasons) {
		if (reason.kind === 'source-lapsed') {
			const lapsed = documents.find((source) => source.id === reason.sourceId);
			return lapsed && isPlan(lapsed) ? w.planEnded : w.lapsedOn(formatDayFull(reason.to));
		}
		if (reason.kind === 'source-superseded') return w.replaced;
	}
	return w.inForce;
}

function isPlan(source: Source): boolean {
	return source.title.startsWith('Kế hoạch');
}

/** A reason as a sentence, naming the documents. */
export function reasonSentence(reason: ReviewReason, sources: readonly Source[], w: Words): string {
	const title = (id: string) => sources.find((source) => source.id === id)?.title ?? id;
	switch (reason.kind) {
		case 'lapsed':
			return w.reasonLapsed(formatDayFull(reason.to));
		case 'not-yet-valid':
			return w.reasonNotYet(formatDayFull(reason.from));
		case 'source-lapsed':
			return w.reasonSourceLapsed(title(reason.sourceId), formatDayFull(reason.to));
		case 'source-superseded':
			return w.reasonReplaced(title(reason.sourceId), reason.by.map(title).join('; '));
	}
}
