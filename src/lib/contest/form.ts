import type { BlueprintCell } from './definition.ts';

/** A cell of a frozen form: its blueprint, and the item versions it draws from, in their frozen order. */
export interface FormCell extends BlueprintCell {
	/** The cell's index in the blueprint, from 0. */
	readonly cell: number;
	readonly itemVersionIds: readonly string[];
}

/** What a round's papers are drawn from (contract §3 "blueprint"); it never changes once frozen. */
export interface Form {
	readonly roundId: string;
	readonly cells: readonly FormCell[];
}
