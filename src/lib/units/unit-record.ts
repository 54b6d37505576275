import type { Day, Period } from '#lib/kernel/instant.ts';
import type { Unit, UnitEventKind, UnitTree } from './unit.ts';

/** A unit with all its days, as a units.json record says it once defaults are filled in. */
export interface UnitRecord extends Unit {
	readonly names: readonly UnitName[];
	readonly edges: readonly UnitEdge[];
}

export interface UnitName extends Period {
	readonly name: string;
}

export interface UnitEdge extends Period {
	readonly tree: UnitTree;
	readonly parent: string;
}

/** An event is many to many: each unit of `to` succeeds each unit of `from` (domain §5.2). */
export interface UnitEventRecord {
	readonly id: string;
	readonly kind: UnitEventKind;
	readonly effectiveOn: Day;
	readonly legalBasis: string;
	readonly from: readonly string[];
	readonly to: readonly string[];
	readonly note: string | null;
}
