import type { Fault } from '#lib/kernel/json-file.ts';
import type { WrittenItem, WrittenItemsFile } from './import-items.schema.ts';

/** Ids that are known although this file does not list them: what the bank holds already. */
export interface KnownIds {
	readonly items: ReadonlySet<string>;
	readonly sources: ReadonlySet<string>;
}
export const nothingKnown: KnownIds = { items: new Set(), sources: new Set() };

/** Doubled ids: the file promises that they are unique. The first place is named beside the second. */
export function doubledIdFaults(file: WrittenItemsFile): Fault[] {
	return [
		...doubled(
			'/topics',
			'code',
			file.topics.map((topic) => topic.code)
		),
		...doubled(
			'/levels',
			'code',
			file.levels.map((level) => level.code)
		),
		...doubled(
			'/sources',
			'id',
			file.sources.map((source) => source.id)
		),
		...doubled(
			'/items',
			'id',
			file.items.map((item) => item.id)
		)
	];
}

function doubled(list: string, field: string, ids: readonly string[]): Fault[] {
	const first = new Map<string, number>();
	return ids.flatMap((id, index) => {
		const before = first.get(id);
		if (before === undefined) {
			first.set(id, index);
			return [];
		}
		const firstAt = `${list}/${before}/${field}`;
		return [{ pointer: `${list}/${index}/${field}`, code: 'doubled-id', facts: { id, firstAt } }];
	});
}

/** References from one part of the file to another that lead nowhere. */
export function referenceFaults(file: WrittenItemsFile, known: KnownIds): Fault[] {
	const ids = {
		topics: new Set(file.topics.map((topic) => topic.code)),
		levels: new Set(file.levels.map((level) => level.code)),
		sources: new Set([...known.sources, ...file.sources.map((source) => source.id)]),
		items: new Set([...known.items, ...file.items.map((item) => item.id)])
	};
	const supersedings = file.sources.flatMap((source, index) =>
		source.supersededBy.flatMap((id, at) =>
			ids.sources.has(id)
				? []
				: [broken(`/sources/${index}/supersededBy/${at}`, 'unknown-source', id)]
		)
	);
	return [
		...supersedings,
		...file.items.flatMap((item, index) =>
			itemReferences(item).flatMap(({ kind, pointer, id }) =>
				ids[kind].has(id) && !(kind === 'items' && id === item.id)
					? []
					: [broken(`/items/${index}${pointer}`, missing[kind], id)]
			)
		)
	];
}

const missing = {
	topics: 'unknown-topic',
	levels: 'unknown-level',
	sources: 'unknown-source',
	items: 'unknown-enemy'
} as const;

function broken(pointer: string, code: string, id: string): Fault {
	return { pointer, code, facts: { id } };
}

interface Reference {
	readonly kind: keyof typeof missing;
	readonly pointer: string;
	readonly id: string;
}

function itemReferences(item: WrittenItem): Reference[] {
	const sources = item.sources ?? [];
	return [
		{ kind: 'topics', pointer: '/topic', id: item.topic },
		{ kind: 'levels', pointer: '/level', id: item.level },
		...(item.source
			? [{ kind: 'sources', pointer: '/source/id', id: item.source.id } as const]
			: []),
		...sources.map(
			({ id }, at) => ({ kind: 'sources', pointer: `/sources/${at}/id`, id }) as const
		),
		...(item.enemies ?? []).map(
			(id, at) => ({ kind: 'items', pointer: `/enemies/${at}`, id }) as const
		)
	];
}

/** What is taken but should be looked at: a lone source, no audience, an enemy named on one side, pictures. */
export function itemWarnings(file: WrittenItemsFile): Fault[] {
	const byId = new Map(file.items.map((item) => [item.id, item]));
	return file.items.flatMap((item, index) => {
		const at = `/items/${index}`;
		const faults: Fault[] = [];
		if (item.source) faults.push({ pointer: `${at}/source`, code: 'one-source' });
		if ((item.audiences ?? []).length === 0)
			faults.push({ pointer: `${at}/audiences`, code: 'no-audience' });
		if ((item.media ?? []).length > 0) faults.push({ pointer: `${at}/media`, code: 'media-later' });
		for (const id of item.enemies ?? [])
			if (byId.has(id) && !(byId.get(id)?.enemies ?? []).includes(item.id))
				faults.push({ pointer: `${at}/enemies`, code: 'one-sided-enemy', facts: { id } });
		return faults;
	});
}
