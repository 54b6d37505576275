/** The roles of contract §3. A role is held at a unit, for a time: that is a post (units). */
export const roles = [
	'contestant',
	'class-manager',
	'school-head',
	'unit-secretary',
	'organiser',
	'author',
	'reviewer',
	'judge',
	'official',
	'auditor',
	'administrator'
] as const;
export type Role = (typeof roles)[number];
