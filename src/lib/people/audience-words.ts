import { folded } from '#lib/kernel/text.ts';
import type { Audience } from '#lib/units/audience.ts';

const WORDS: Readonly<Record<string, Audience>> = {
	'sinh vien': 'sinh_vien',
	'doan vien': 'doan_vien',
	'doan vien thanh nien': 'doan_vien',
	'thanh nien': 'thanh_nien',
	cbccvc: 'cbccvc',
	'can bo': 'cbccvc',
	'cong chuc': 'cbccvc',
	'vien chuc': 'cbccvc',
	'giao vien': 'cbccvc',
	'can bo cong chuc vien chuc': 'cbccvc',
	'nguoi dan': 'nguoi_dan',
	hs_1_5: 'hs_1_5',
	hs_6_9: 'hs_6_9',
	hs_10_12: 'hs_10_12',
	sinh_vien: 'sinh_vien',
	doan_vien: 'doan_vien',
	thanh_nien: 'thanh_nien',
	nguoi_dan: 'nguoi_dan'
};

export type AudiencesRead =
	| { readonly ok: true; readonly audiences: readonly Audience[] }
	| { readonly ok: false; readonly why: 'unknown-word' | 'class-number-needed' | 'empty' };

/**
 * The audiences of a roster's words (contract §3): several by `;` `,` `/` or `+`; "Học sinh" takes its
 * class number. Words are taken as they are: a "Đoàn viên" of 10A1 is a đoàn viên, unless the list says
 * "Học sinh; Đoàn viên". A blank cell beside a class number is a pupil.
 */
export function readAudiences(words: string, className: string): AudiencesRead {
	const parts = folded(words)
		.split(/[;,/+]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	const asked = parts.length === 0 && className !== '' ? ['hoc sinh'] : parts;
	if (asked.length === 0) return { ok: false, why: 'empty' };
	const found = new Set<Audience>();
	for (const part of asked) {
		const audience = part === 'hoc sinh' ? pupilsOf(className) : WORDS[part];
		if (audience === undefined)
			return { ok: false, why: part === 'hoc sinh' ? 'class-number-needed' : 'unknown-word' };
		found.add(audience);
	}
	return { ok: true, audiences: [...found].sort() };
}

/** `8A1`, `Lớp 8A1`, `12` → the pupils of that stage; `undefined` without a class number from 1 to 12. */
function pupilsOf(className: string): Audience | undefined {
	const grade = Number(/^(?:lop\s*)?(\d{1,2})(?!\d)/.exec(folded(className))?.[1]);
	if (!(grade >= 1 && grade <= 12)) return undefined;
	if (grade <= 5) return 'hs_1_5';
	return grade <= 9 ? 'hs_6_9' : 'hs_10_12';
}

/** Memberships of one family follow each other: a pupil of 9A1 is no longer one of 8A1. */
export function audienceFamily(audience: Audience): string {
	return audience.startsWith('hs_') ? 'hs' : audience;
}
