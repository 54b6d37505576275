import { canonicalJson } from '#lib/kernel/canonical-json.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { Bank } from './banks.reads.server.ts';
import type { Source, Term } from './items-file.ts';

/** Makes the bank if it is missing, gives it its title, and holds it until the transaction ends. */
export async function recordBank(tx: WriteDb, bank: Bank, at: Instant): Promise<void> {
	const { code, title, language } = bank;
	await tx
		.insertInto('bank')
		.values({ code, title, language, createdAt: at })
		.onConflict((conflict) => conflict.column('code').doUpdateSet({ title, language }))
		.execute();
}

/** The topics or levels of a file take their titles and order; others that the bank has come after them. */
export async function recordTerms(
	tx: WriteDb,
	bankCode: string,
	terms: { readonly kind: 'topic' | 'level'; readonly list: readonly Term[] }
): Promise<void> {
	const { kind, list } = terms;
	for (const [index, { code, title }] of list.entries())
		await tx
			.insertInto('bankTerm')
			.values({ bankCode, kind, code, title, position: index + 1 })
			.onConflict((conflict) =>
				conflict.columns(['bankCode', 'kind', 'code']).doUpdateSet({ title, position: index + 1 })
			)
			.execute();
}

/** The sources of a file, as it words them now. */
export async function recordSources(
	tx: WriteDb,
	bankCode: string,
	sources: readonly Source[]
): Promise<void> {
	for (const [index, source] of sources.entries()) {
		const row = { position: index + 1, content: canonicalJson(source) };
		await tx
			.insertInto('bankSource')
			.values({ bankCode, sourceId: source.id, ...row })
			.onConflict((conflict) => conflict.columns(['bankCode', 'sourceId']).doUpdateSet(row))
			.execute();
	}
}
