/** The audiences of contract §3, the same words in tables, files and the API. */
export const audiences = [
	'hs_1_5',
	'hs_6_9',
	'hs_10_12',
	'sinh_vien',
	'doan_vien',
	'thanh_nien',
	'cbccvc',
	'nguoi_dan'
] as const;
export type Audience = (typeof audiences)[number];
