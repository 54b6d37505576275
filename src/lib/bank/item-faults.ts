import type { Fault } from '#lib/kernel/json-file.ts';
import { readDecimal } from './decimal.ts';
import type { WrittenItem } from './import-items.schema.ts';

type Keyed<Type extends WrittenItem['type']> = Extract<WrittenItem, { type: Type }>;

/** What is wrong within one item, with pointers from the item: parts, key, scheme and validity. */
export function itemFaults(item: WrittenItem): Fault[] {
	return [...partFaults(item), ...keyFaults(item), ...schemeFaults(item), ...otherFaults(item)];
}

function partFaults(item: WrittenItem): Fault[] {
	switch (item.type) {
		case 'single':
		case 'multiple':
			return listFaults('/options', item.options, 2);
		case 'trueFalseGroup':
			return listFaults('/statements', item.statements, 1);
		case 'matching':
			return [...listFaults('/left', item.left, 1), ...listFaults('/right', item.right, 1)];
		case 'ordering':
			return listFaults('/elements', item.elements, 2);
		case 'numeric':
		case 'shortAnswer':
			return [];
	}
}

function listFaults(at: string, parts: readonly { id: string }[], least: number): Fault[] {
	const faults: Fault[] = repeated(parts.map((part) => part.id)).map((index) => ({
		pointer: `${at}/${index}/id`,
		code: 'doubled-part'
	}));
	if (parts.length < least)
		faults.push({ pointer: at, code: 'too-few-parts', facts: { least, count: parts.length } });
	return faults;
}

/** The key has the very shape of a full response to its item. */
function keyFaults(item: WrittenItem): Fault[] {
	const bad = (code: string): Fault[] => [{ pointer: '/key', code }];
	switch (item.type) {
		case 'single':
			return item.options.some(({ id }) => id === item.key) ? [] : bad('key-not-an-option');
		case 'multiple':
			return isSubset(item.key, item.options) && item.key.length > 0
				? []
				: bad('key-not-an-option');
		case 'trueFalseGroup':
			return namesAll(Object.keys(item.key), item.statements) ? [] : bad('key-incomplete');
		case 'matching':
			return isMatching(item) ? [] : bad('key-incomplete');
		case 'ordering':
			return namesAll(item.key, item.elements) ? [] : bad('key-incomplete');
		case 'numeric':
			return numberFaults(item);
		case 'shortAnswer':
			return item.key.trim() !== '' && item.accept.includes(item.key)
				? []
				: bad('key-not-accepted');
	}
}

function isMatching(item: Keyed<'matching'>): boolean {
	return (
		namesAll(Object.keys(item.key), item.left) && isSubset(Object.values(item.key), item.right)
	);
}

function numberFaults(item: Keyed<'numeric'>): Fault[] {
	const tolerance = readDecimal(item.tolerance);
	const faults: Fault[] = [];
	if (readDecimal(item.key) === undefined) faults.push({ pointer: '/key', code: 'not-a-decimal' });
	if (tolerance === undefined || tolerance.digits < 0n)
		faults.push({ pointer: '/tolerance', code: 'not-a-decimal' });
	return faults;
}

/** ladder_2025 is defined for groups of four statements only. */
function schemeFaults(item: WrittenItem): Fault[] {
	if (!('scoring' in item) || item.scoring !== 'ladder_2025') return [];
	return item.type === 'trueFalseGroup' && item.statements.length === 4
		? []
		: [{ pointer: '/scoring', code: 'ladder-needs-four' }];
}

function otherFaults(item: WrittenItem): Fault[] {
	const faults: Fault[] = [];
	if (item.validTo !== null && item.validTo <= item.validFrom)
		faults.push({ pointer: '/validTo', code: 'validity-reversed' });
	if (item.sources === undefined && item.source === undefined)
		faults.push({ pointer: '/sources', code: 'missing-field' });
	if (item.sources !== undefined && item.source !== undefined)
		faults.push({ pointer: '/source', code: 'unknown-field' });
	for (const index of repeated((item.sources ?? []).map((source) => source.id)))
		faults.push({ pointer: `/sources/${index}/id`, code: 'doubled-source' });
	return faults;
}

function isSubset(ids: readonly string[], parts: readonly { id: string }[]): boolean {
	return repeated(ids).length === 0 && ids.every((id) => parts.some((part) => part.id === id));
}

function namesAll(ids: readonly string[], parts: readonly { id: string }[]): boolean {
	return ids.length === parts.length && isSubset(ids, parts);
}

/** Positions of what was already named earlier in the list. */
export function repeated(ids: readonly string[]): number[] {
	return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []));
}
