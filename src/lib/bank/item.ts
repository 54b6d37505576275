import type { Audience } from '#lib/units/audience.ts';
import { covers, type Day } from '#lib/kernel/instant.ts';

// The question of `khoabang.items/1` (contract §3): what a bank keeps, key and all. It never leaves the
// server whole; what a pupil sees is shown-item.ts.

/** A bank's questions may also suit the audiences that no roster lists yet; the words are contract §3's. */
export type ItemAudience = Audience;
export const itemStatuses = ['draft', 'approved', 'retired'] as const;
export type ItemStatus = (typeof itemStatuses)[number];
export const markups = ['plain', 'markdown'] as const;
export type Markup = (typeof markups)[number];
export const scoringSchemes = ['all_or_nothing', 'per_part', 'ladder_2025'] as const;
export type ScoringScheme = (typeof scoringSchemes)[number];

/** One option, statement, side or element. */
export interface Part {
	readonly id: string;
	readonly text: string;
}
export interface Option extends Part {
	/** Stays at the end when options are shuffled ("Tất cả các đáp án trên"). */
	readonly pin?: 'last' | undefined;
}
export interface SourceReference {
	readonly id: string;
	readonly clause: string | null;
}
export interface Media {
	readonly id: string;
	readonly kind: string;
	readonly path: string;
	readonly alt: string;
	readonly sha256: string;
}

interface ItemBase {
	readonly id: string;
	readonly stem: string;
	readonly markup?: Markup | undefined;
	readonly topic: string;
	readonly level: string;
	readonly sources: readonly SourceReference[];
	readonly validFrom: Day;
	readonly validTo: Day | null;
	/** Marks for a right answer; a blueprint's marks replace it. */
	readonly weight: number;
	readonly status: ItemStatus;
	readonly explanation?: string | undefined;
	readonly audiences?: readonly ItemAudience[] | undefined;
	readonly competences?: readonly string[] | undefined;
	readonly enemies?: readonly string[] | undefined;
	readonly tags?: readonly string[] | undefined;
	readonly media?: readonly Media[] | undefined;
}
interface Shuffling {
	readonly shuffle?: boolean | undefined;
}
interface Scored {
	readonly scoring?: ScoringScheme | undefined;
}

export interface SingleItem extends ItemBase, Shuffling {
	readonly type: 'single';
	readonly options: readonly Option[];
	readonly key: string;
}
export interface MultipleItem extends ItemBase, Shuffling, Scored {
	readonly type: 'multiple';
	readonly options: readonly Option[];
	readonly key: readonly string[];
}
export interface TrueFalseGroupItem extends ItemBase, Shuffling, Scored {
	readonly type: 'trueFalseGroup';
	readonly statements: readonly Part[];
	readonly key: Readonly<Record<string, boolean>>;
}
export interface MatchingItem extends ItemBase, Shuffling, Scored {
	readonly type: 'matching';
	readonly left: readonly Part[];
	readonly right: readonly Part[];
	readonly key: Readonly<Record<string, string>>;
}
export interface OrderingItem extends ItemBase, Shuffling, Scored {
	readonly type: 'ordering';
	readonly elements: readonly Part[];
	readonly key: readonly string[];
}
export interface NumericItem extends ItemBase {
	readonly type: 'numeric';
	/** Decimal text, as is the tolerance ("0" is exact). */
	readonly key: string;
	readonly tolerance: string;
	readonly unit?: string | null | undefined;
}
export interface ShortAnswerItem extends ItemBase {
	readonly type: 'shortAnswer';
	readonly key: string;
	readonly accept: readonly string[];
	readonly caseSensitive?: boolean | undefined;
	readonly ignoreDiacritics?: boolean | undefined;
}

export type Item =
	| SingleItem
	| MultipleItem
	| TrueFalseGroupItem
	| MatchingItem
	| OrderingItem
	| NumericItem
	| ShortAnswerItem;
export type ItemType = Item['type'];

export const itemTypes = [
	'single',
	'multiple',
	'trueFalseGroup',
	'matching',
	'ordering',
	'numeric',
	'shortAnswer'
] as const satisfies readonly ItemType[];

/** The types that contests of this version draw; the others are kept, shown and scored, not drawn. */
export const drawableTypes = ['single', 'trueFalseGroup'] as const satisfies readonly ItemType[];

/** One state of a question. A change is a new version; a version never changes. */
export interface ItemVersion {
	/** Identifies the version (uuid). */
	readonly id: string;
	readonly bankCode: string;
	/** 1, 2, 3… within the item. */
	readonly version: number;
	readonly item: Item;
}

/** What must hold for an item to be drawn on a day (contract §3, contest.json). */
export interface DrawConditions {
	readonly on: Day;
	readonly audiences: readonly ItemAudience[];
	readonly types: readonly ItemType[];
}

/** Outside its validity a question is "cần rà soát" and is not drawn. */
export function isValidOn(item: Item, on: Day): boolean {
	return covers({ from: item.validFrom, to: item.validTo }, on);
}

/** Approved, valid on the day, for one of the audiences, of a drawn type, and with no picture (not shown yet). */
export function isDrawable(item: Item, conditions: DrawConditions): boolean {
	return (
		item.status === 'approved' &&
		isValidOn(item, conditions.on) &&
		conditions.types.includes(item.type) &&
		(item.media ?? []).length === 0 &&
		(item.audiences ?? []).some((audience) => conditions.audiences.includes(audience))
	);
}
