import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf, type Day, type Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listBanks, listSources, listTerms, type Bank } from './banks.reads.server.ts';
import { itemTextToHtml } from './item-text.server.ts';
import { drawableTypes, type Item, type ItemVersion } from './item.ts';
import type { Source, Term } from './items-file.ts';
import { findCurrentVersion, listVersionsOf } from './items.reads.server.ts';
import { bankRefused } from './may-use-bank.ts';
import { refuse, type BankRefusal } from './refusals.ts';
import { reviewReasons, type ReviewReason } from './review-need.ts';
import { showItem, type ShownItem } from './shown-item.ts';

export interface ItemSheet {
	readonly on: Day;
	readonly bank: Bank;
	/** The whole item, key and all: this page is for those who keep the bank. */
	readonly item: Item;
	readonly version: number;
	readonly versions: readonly { readonly version: number; readonly recordedAt: Instant }[];
	/** As a pupil will see it. */
	readonly shown: ShownItem;
	/** Sanitised HTML. */
	readonly explanation: string | null;
	readonly topic: Term | null;
	readonly level: Term | null;
	readonly sources: readonly { readonly source: Source; readonly clause: string | null }[];
	readonly reasons: readonly ReviewReason[];
	/** Documents that took the place of its sources and are in force today. */
	readonly successors: readonly Source[];
	/** Items that a paper never holds beside this one. */
	readonly enemies: readonly { readonly id: string; readonly stem: string }[];
	/** Do the contests of this version draw items of this type? */
	readonly isDrawnType: boolean;
}

export interface ViewItem {
	readonly itemId: string;
	/** null: the first bank that has the item. */
	readonly bankCode: string | null;
}

/** One item for those who keep the bank: preview, key, sources, validity today and its versions. */
export async function viewItem(
	ctx: ReadContext,
	input: ViewItem
): Promise<Outcome<ItemSheet, BankRefusal>> {
	const refused = bankRefused(ctx.actor, 'bank.read');
	if (refused) return refused;
	const found = await findItem(ctx, input);
	if (found === undefined) return refuse('not-found');
	return ok(await sheetOf(ctx, found.bank, found.version));
}

async function findItem(ctx: ReadContext, { itemId, bankCode }: ViewItem) {
	for (const bank of await listBanks(ctx.db)) {
		if (bankCode !== null && bank.code !== bankCode) continue;
		const version = await findCurrentVersion(ctx.db, bank.code, itemId);
		if (version) return { bank, version };
	}
	return undefined;
}

async function sheetOf(
	ctx: ReadContext,
	bank: Bank,
	{ item, version }: ItemVersion
): Promise<ItemSheet> {
	const on = dayOf(ctx.at);
	const sources = new Map((await listSources(ctx.db, bank.code)).map((s) => [s.id, s]));
	const { explanation } = item;
	const reasons = reviewReasons(item, sources, on);
	return {
		...{ on, bank, item, version },
		versions: await listVersionsOf(ctx.db, bank.code, item.id),
		shown: showItem(item, itemTextToHtml),
		explanation: explanation ? itemTextToHtml(explanation, item.markup ?? 'plain') : null,
		topic: await termOf(ctx, bank.code, { kind: 'topic', code: item.topic }),
		level: await termOf(ctx, bank.code, { kind: 'level', code: item.level }),
		sources: item.sources.flatMap(({ id, clause }) => {
			const source = sources.get(id);
			return source ? [{ source, clause }] : [];
		}),
		reasons,
		successors: reasons
			.flatMap((reason) => (reason.kind === 'source-superseded' ? reason.by : []))
			.flatMap((id) => sources.get(id) ?? []),
		enemies: await enemiesOf(ctx, bank.code, item),
		isDrawnType: drawableTypes.some((type) => type === item.type)
	};
}

async function termOf(
	ctx: ReadContext,
	bankCode: string,
	{ kind, code }: { kind: 'topic' | 'level'; code: string }
): Promise<Term | null> {
	const terms = await listTerms(ctx.db, bankCode, kind);
	return terms.find((term) => term.code === code) ?? null;
}

async function enemiesOf(ctx: ReadContext, bankCode: string, item: Item) {
	const versions = await Promise.all(
		(item.enemies ?? []).map((id) => findCurrentVersion(ctx.db, bankCode, id))
	);
	return versions.flatMap((version) =>
		version ? [{ id: version.item.id, stem: version.item.stem }] : []
	);
}
