import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listBanks, listSources, listTerms, type Bank } from './banks.reads.server.ts';
import type { ItemFilter } from './item-filter.ts';
import {
	countItemsByStaleSource,
	countItemsByTopic,
	countMatchingItems,
	findPreviousPlace,
	listMatchingItems,
	type ItemQuestion,
	type PlacedVersion
} from './item-list.reads.server.ts';
import type { Item } from './item.ts';
import type { Source, Term } from './items-file.ts';
import { bankRefused } from './may-use-bank.ts';
import { refuse, type BankRefusal } from './refusals.ts';
import {
	reviewReasons,
	staleSourceIds,
	successorsInForce,
	type ReviewReason,
	type SourcesById
} from './review-need.ts';

export const ITEMS_A_PAGE = 20;

export interface ListedItem {
	readonly id: string;
	readonly version: number;
	readonly type: Item['type'];
	/** As written, not HTML. */
	readonly stem: string;
	readonly topic: string;
	readonly level: string;
	readonly status: Item['status'];
	readonly sources: readonly Source[];
	readonly reasons: readonly ReviewReason[];
}

/** A document that lapsed or was replaced, and how many items still rest on it. */
export interface StaleSource {
	readonly source: Source;
	readonly successors: readonly Source[];
	readonly count: number;
}

export interface ItemList {
	readonly on: Day;
	readonly banks: readonly Bank[];
	readonly bank: Bank;
	readonly topics: readonly (Term & { readonly count: number })[];
	readonly levels: readonly Term[];
	/** Of the whole bank: all, approved and needing no review, needing one. */
	readonly totals: { readonly all: number; readonly usable: number; readonly review: number };
	/** Most cited first. */
	readonly stale: readonly StaleSource[];
	readonly items: readonly ListedItem[];
	readonly matching: number;
	/** `after` of the next page and of the one before; null where there is none. */
	readonly next: number | null;
	readonly previous: number | null;
}

/**
 * A page of a bank's items, narrowed by the filter, with what the bank holds as a whole. `null` while there
 * is no bank at all; an unknown bank is not found.
 */
export async function viewItems(
	ctx: ReadContext,
	filter: ItemFilter
): Promise<Outcome<ItemList | null, BankRefusal>> {
	const refused = bankRefused(ctx.actor, 'bank.read');
	if (refused) return refused;
	const banks = await listBanks(ctx.db);
	const bank = banks.find(({ code }) => code === (filter.bankCode ?? banks[0]?.code));
	if (bank === undefined) return filter.bankCode === null ? ok(null) : refuse('not-found');
	const on = filter.on ?? dayOf(ctx.at);
	const sources = new Map((await listSources(ctx.db, bank.code)).map((s) => [s.id, s]));
	const question = {
		...filter,
		bankCode: bank.code,
		on,
		staleSources: staleSourceIds(sources, on)
	};
	return ok({
		on,
		banks,
		bank,
		...(await overview(ctx, wholeBank(question), sources)),
		...(await page(ctx, question, sources))
	});
}

function wholeBank(question: ItemQuestion): ItemQuestion {
	const nothing = { topics: [], levels: [], types: [], statuses: [], audiences: [] };
	return { ...question, ...nothing, validity: null, text: '', after: 0 };
}

async function overview(ctx: ReadContext, whole: ItemQuestion, sources: SourcesById) {
	const counts = await countItemsByTopic(ctx.db, whole);
	const topics = await listTerms(ctx.db, whole.bankCode, 'topic');
	const usable: ItemQuestion = { ...whole, statuses: ['approved'], validity: 'valid' };
	return {
		topics: topics.map((topic) => ({ ...topic, count: counts.get(topic.code) ?? 0 })),
		levels: await listTerms(ctx.db, whole.bankCode, 'level'),
		totals: {
			all: await countMatchingItems(ctx.db, whole),
			usable: await countMatchingItems(ctx.db, usable),
			review: await countMatchingItems(ctx.db, { ...whole, validity: 'review' })
		},
		stale: staleSources(await countItemsByStaleSource(ctx.db, whole), sources, whole.on)
	};
}

function staleSources(
	counts: ReadonlyMap<string, number>,
	sources: SourcesById,
	on: Day
): StaleSource[] {
	const found = [...counts].flatMap(([id, count]) => {
		const source = sources.get(id);
		if (!source) return [];
		const successors = successorsInForce(source, sources, on);
		return [{ source, count, successors: cited(successors, sources) }];
	});
	return found.toSorted((a, b) => b.count - a.count);
}

async function page(ctx: ReadContext, question: ItemQuestion, sources: SourcesById) {
	const rows = await listMatchingItems(ctx.db, question, ITEMS_A_PAGE + 1);
	const shown = rows.slice(0, ITEMS_A_PAGE);
	return {
		items: shown.map((row) => listed(row, sources, question.on)),
		matching: await countMatchingItems(ctx.db, question),
		next: rows.length > ITEMS_A_PAGE ? (shown.at(-1)?.position ?? null) : null,
		previous: await findPreviousPlace(ctx.db, question, ITEMS_A_PAGE)
	};
}

function listed({ item, version }: PlacedVersion, sources: SourcesById, on: Day): ListedItem {
	const { id, type, stem, topic, level, status } = item;
	return {
		...{ id, version, type, stem, topic, level, status },
		sources: cited(
			item.sources.map((source) => source.id),
			sources
		),
		reasons: reviewReasons(item, sources, on)
	};
}

function cited(ids: readonly string[], sources: SourcesById): Source[] {
	return ids.flatMap((id) => sources.get(id) ?? []);
}
