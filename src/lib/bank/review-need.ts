import { covers, type Day } from '#lib/kernel/instant.ts';
import type { Item } from './item.ts';
import type { Source } from './items-file.ts';

/** Why an item is "cần rà soát": a person has to look at it before it is relied on. */
export type ReviewReason =
	| { readonly kind: 'not-yet-valid'; readonly from: Day }
	| { readonly kind: 'lapsed'; readonly to: Day }
	| { readonly kind: 'source-lapsed'; readonly sourceId: string; readonly to: Day }
	| {
			readonly kind: 'source-superseded';
			readonly sourceId: string;
			readonly by: readonly string[];
	  };

export type SourcesById = ReadonlyMap<string, Source>;

/**
 * What on that day asks for a review: the item is outside its validity, or a document it rests on has
 * lapsed or has a successor in force (khoabang.items/1 `sources`). Only the first keeps it from being drawn.
 */
export function reviewReasons(item: Item, sources: SourcesById, on: Day): ReviewReason[] {
	const reasons: ReviewReason[] = [];
	if (on < item.validFrom) reasons.push({ kind: 'not-yet-valid', from: item.validFrom });
	if (item.validTo !== null && item.validTo <= on)
		reasons.push({ kind: 'lapsed', to: item.validTo });
	for (const { id } of item.sources) {
		const reason = sourceReason(id, sources, on);
		if (reason) reasons.push(reason);
	}
	return reasons;
}

function sourceReason(id: string, sources: SourcesById, on: Day): ReviewReason | undefined {
	const source = sources.get(id);
	if (!source) return undefined;
	if (source.validTo !== null && source.validTo <= on)
		return { kind: 'source-lapsed', sourceId: id, to: source.validTo };
	const by = successorsInForce(source, sources, on);
	return by.length > 0 ? { kind: 'source-superseded', sourceId: id, by } : undefined;
}

/** Sources that make the items resting on them due for review on that day. */
export function staleSourceIds(sources: SourcesById, on: Day): string[] {
	return [...sources.keys()].filter((id) => sourceReason(id, sources, on) !== undefined);
}

/** The documents that took a source's place and are in force on that day. */
export function successorsInForce(source: Source, sources: SourcesById, on: Day): string[] {
	return source.supersededBy.filter((id) => {
		const successor = sources.get(id);
		return successor && covers({ from: successor.validFrom, to: successor.validTo }, on);
	});
}
