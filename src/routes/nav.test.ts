import { expect, test } from 'vitest';
import { anonymous, type Actor } from '#lib/identity/actor.ts';
import type { Role } from '#lib/identity/roles.ts';
import { isDesk, sectionsFor } from './nav.ts';

const holding = (role: Role): Actor => ({
	kind: 'account',
	accountId: 'a',
	personId: null,
	posts: [{ role, unitKey: 'u' }]
});
const keys = (actor: Actor) => sectionsFor(actor, '/').map((section) => section.key);

test('a visitor sees what is public, an official the participation, a head the sessions too', () => {
	expect(keys(anonymous)).toEqual(['contests', 'results', 'plans']);
	expect(keys(holding('official'))).toEqual(['contests', 'results', 'plans', 'participation']);
	expect(keys(holding('school-head'))).toContain('sessions');
	expect(keys(holding('organiser'))).toContain('bank');
});

test.each([
	['/', 'contests'],
	['/cuoc-thi/w1-mo', 'contests'],
	['/ket-qua/w1-mo/don-vi', 'results'],
	['/ke-hoach', 'plans']
])('%s belongs to %s', (path, key) => {
	const current = sectionsFor(anonymous, path).filter((section) => section.current);
	expect(current.map((section) => section.key)).toEqual([key]);
});

test('a page beside the sections belongs to none', () =>
	expect(sectionsFor(anonymous, '/ket-qua-khac').some((section) => section.current)).toBe(false));

test('work screens are known by their path', () => {
	expect([isDesk('/to-chuc/cau-hoi'), isDesk('/don-vi'), isDesk('/don-vi-khac')]).toEqual([
		true,
		true,
		false
	]);
});
