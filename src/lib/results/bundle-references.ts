import type { BundleProblemCode, PlacedProblem } from './bundle-problem.ts';
import { formOf, shortly, valueAt } from './bundle-shape.ts';

type Path = readonly PropertyKey[];
type Report = (path: Path, code: BundleProblemCode, found?: unknown) => void;

interface Placed {
	readonly path: Path;
	readonly value: unknown;
}

/**
 * What contest.json says about itself: ids that meet, trees without circles, prizes that can be given,
 * and what a later version of Khoa Bảng brings (contract §4.12). It reads the raw document, so that a
 * wrong shape elsewhere hides none of it.
 */
export function referenceProblems(raw: unknown): PlacedProblem[] {
	const problems: PlacedProblem[] = [];
	const report: Report = (path, code, found) =>
		problems.push({ path, code, facts: found === undefined ? {} : { found: shortly(found) } });
	for (const check of checks) check(raw, report);
	return problems;
}

const checks: readonly ((raw: unknown, report: Report) => void)[] = [
	checkDoubledIds,
	checkRounds,
	checkUnits,
	checkPeople,
	checkPrizes,
	checkCollective,
	checkLaterVersions
];

/** The ids of a list of records, in order; others' shapes are judged elsewhere. */
function idsOf(raw: unknown, list: Path): string[] {
	return entries(raw, list).flatMap(({ value }) => {
		const id = valueAt(value, ['id']);
		return typeof id === 'string' ? [id] : [];
	});
}

function entries(raw: unknown, list: Path): Placed[] {
	const values = valueAt(raw, list);
	if (!Array.isArray(values)) return [];
	return values.map((value: unknown, index) => ({ path: [...list, index], value }));
}

function checkDoubledIds(raw: unknown, report: Report): void {
	for (const list of [['groups'], ['rounds'], ['units'], ['people'], ['rules', 'prizes']]) {
		const seen = new Set<unknown>();
		for (const { path, value } of entries(raw, list)) {
			const id = valueAt(value, ['id']);
			if (seen.has(id)) report([...path, 'id'], 'doubled-id', id);
			if (typeof id === 'string') seen.add(id);
		}
	}
}

function checkRounds(raw: unknown, report: Report): void {
	for (const { path, value } of entries(raw, ['rounds']))
		if (valueAt(value, ['id']) === 'final') report([...path, 'id'], 'round-called-final');
}

function checkUnits(raw: unknown, report: Report): void {
	const parents = new Map<unknown, unknown>();
	for (const { value } of entries(raw, ['units']))
		parents.set(valueAt(value, ['id']), valueAt(value, ['parentId']));
	const settled = new Set<unknown>();
	for (const { path, value } of entries(raw, ['units'])) {
		const parent = valueAt(value, ['parentId']);
		if (typeof parent !== 'string') continue;
		if (!parents.has(parent)) report([...path, 'parentId'], 'unknown-id', parent);
		const id = valueAt(value, ['id']);
		if (isInCircle(id, parents, settled)) report([...path, 'parentId'], 'unit-circle', id);
	}
}

/** Does the way up from a unit come back to it? `settled` remembers units whose way up ends. */
function isInCircle(
	id: unknown,
	parents: ReadonlyMap<unknown, unknown>,
	settled: Set<unknown>
): boolean {
	const way = new Set<unknown>();
	let at = id;
	while (typeof at === 'string' && !way.has(at) && !settled.has(at)) {
		way.add(at);
		at = parents.get(at);
	}
	if (typeof at === 'string' && way.has(at)) return at === id || leadsBack(id, at, parents);
	for (const unit of way) settled.add(unit);
	return false;
}

/** Is `id` itself on the circle through `member`, and not only below it? */
function leadsBack(id: unknown, member: string, parents: ReadonlyMap<unknown, unknown>): boolean {
	for (let at = parents.get(member); at !== member; at = parents.get(at))
		if (at === id) return true;
	return false;
}

function checkPeople(raw: unknown, report: Report): void {
	const units = new Set<unknown>(idsOf(raw, ['units']));
	const groups = new Set<unknown>(idsOf(raw, ['groups']));
	const needsRegistration = formOf(raw) === 'public' && keysInForce(raw).has('registeredAt');
	for (const { path, value } of entries(raw, ['people'])) {
		const unitId = valueAt(value, ['unitId']);
		if (typeof unitId === 'string' && !units.has(unitId))
			report([...path, 'unitId'], 'unknown-id', unitId);
		const group = valueAt(value, ['group']);
		if (typeof group === 'string' && !groups.has(group))
			report([...path, 'group'], 'unknown-id', group);
		if (group === null && groups.size > 0) report([...path, 'group'], 'group-needed');
		if (needsRegistration && valueAt(value, ['registeredAt']) === undefined)
			report([...path, 'registeredAt'], 'missing-field');
	}
}

/** Every key that some chain uses, whatever it is called. */
export function keysInForce(raw: unknown): Set<unknown> {
	const chains = ['round', 'final'].flatMap((board) => entries(raw, ['rules', 'ranking', board]));
	return new Set(chains.map(({ value }) => valueAt(value, [0])));
}

function checkPrizes(raw: unknown, report: Report): void {
	const rounds = entries(raw, ['rounds']);
	const groups = new Set<unknown>(idsOf(raw, ['groups']));
	for (const { path, value } of entries(raw, ['rules', 'prizes'])) {
		const on = valueAt(value, ['on']);
		const round =
			on === 'final' ? rounds.at(-1) : rounds.find((r) => valueAt(r.value, ['id']) === on);
		if (round === undefined && typeof on === 'string') report([...path, 'on'], 'unknown-id', on);
		const group = valueAt(value, ['group']);
		if (typeof group === 'string' && !groups.has(group))
			report([...path, 'group'], 'unknown-id', group);
		const scope = valueAt(value, ['scope']);
		if (typeof scope === 'string' && valueAt(raw, ['rules', 'scopes', scope]) === undefined)
			report([...path, 'scope'], 'scope-undeclared', scope);
		const seed = round && valueAt(round.value, ['draw', 'seed']);
		if (round && valueAt(value, ['tie']) === 'draw' && typeof seed !== 'string')
			report([...path, 'tie'], 'draw-without-seed', on);
	}
}

function checkCollective(raw: unknown, report: Report): void {
	const path = ['rules', 'collective'];
	const formula = valueAt(raw, [...path, 'formula']);
	const lacks = (field: string) => (valueAt(raw, [...path, field]) ?? null) === null;
	if ((formula === 'M3' || formula === 'M6') && lacks('weights'))
		report([...path, 'weights'], 'missing-field');
	if (formula === 'M5' && lacks('k')) report([...path, 'k'], 'missing-field');
	const bands = entries(raw, [...path, 'bands']);
	const limits = bands.map(({ value }) => valueAt(value, ['below']));
	if (bands.length > 0 && !ascendsToNull(limits)) report([...path, 'bands'], 'bands-out-of-order');
}

function ascendsToNull(limits: readonly unknown[]): boolean {
	return limits.every((limit, index) => {
		if (index === limits.length - 1) return limit === null;
		const before = index === 0 ? -1 : limits[index - 1];
		return typeof limit === 'number' && typeof before === 'number' && before < limit;
	});
}

/** What the contract has and this version does not compute is refused by name, never ignored. */
function checkLaterVersions(raw: unknown, report: Report): void {
	const later = (path: Path, found: unknown) => report(path, 'later-version', found);
	const formula = valueAt(raw, ['rules', 'collective', 'formula']);
	if (typeof formula === 'string' && ['M4', 'M5', 'M6', 'M7'].includes(formula))
		later(['rules', 'collective', 'formula'], formula);
	const only = valueAt(raw, ['rules', 'onlyAllCorrect']);
	if (only === true) later(['rules', 'onlyAllCorrect'], only);
	const cap = valueAt(raw, ['rules', 'prizeShareCap']) ?? null;
	if (cap !== null) later(['rules', 'prizeShareCap'], cap);
	const scopes = valueAt(raw, ['rules', 'scopes']);
	if (typeof scopes !== 'object' || scopes === null) return;
	for (const [scope, rule] of Object.entries(scopes))
		if (rule === 'highest') later(['rules', 'scopes', scope], rule);
}
