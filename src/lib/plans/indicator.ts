import type { Audience } from '#lib/units/audience.ts';
import type { SchoolLevel, UnitKind } from '#lib/units/unit.ts';

// The words of khoabang.plan/1 (contract §3): a plan's sentence in machine form.

export const directions = ['ge', 'gt', 'eq', 'range', 'rank', 'none'] as const;
export type Direction = (typeof directions)[number];

export const countedThings = ['unit', 'person', 'event'] as const;
export type CountedThing = (typeof countedThings)[number];

export const evidences = [
	'S1',
	'S2',
	'S3',
	'S2_or_S3',
	'activity',
	'plan_and_activity',
	'document',
	'cadence',
	'events',
	'pass_share',
	'manual'
] as const;
export type Evidence = (typeof evidences)[number];

/** Kinds of activities, as in activities.csv (contract §3). */
export const activityKinds = [
	'ngoai_khoa',
	'tiet_hoc_long_ghep',
	'sinh_hoat_duoi_co',
	'dien_dan_hoi_dap',
	'huong_dan_nguoi_dan',
	'hoi_nghi_tap_huan',
	'ngay_chu_nhat_so',
	'san_pham_truyen_thong',
	'ke_hoach_don_vi',
	'huong_ung_ngay_cds',
	'khac'
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** `[numerator, denominator]` for ge, gt, eq; `[least, most]` for a range; a place for a rank; else null. */
export type Target = readonly [number, number] | number | null;

export interface Cadence {
	readonly times: number;
	readonly per: 'month' | 'week';
}

export interface IndicatorDefinition {
	readonly code: string;
	readonly wording: string;
	readonly direction: Direction;
	readonly target: Target;
	readonly counts: CountedThing;
	/** The units it asks by name, instead of kinds. */
	readonly units?: readonly string[];
	readonly kinds?: readonly UnitKind[];
	readonly levels?: readonly SchoolLevel[];
	readonly audience?: Audience;
	readonly evidence: Evidence;
	readonly activityKinds?: readonly ActivityKind[];
	readonly cadence?: Cadence;
	readonly eventLevel?: UnitKind;
	/** Which part of the sentence is measured, when not all of it. */
	readonly measuresPart?: string;
	/** `year` (1 January of the as-of year to as-of) when not said. */
	readonly window?: 'year' | 'period';
	readonly tag?: string;
	/** Document, part and row. */
	readonly source: string;
}
