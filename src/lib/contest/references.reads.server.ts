import type { ReadDb } from '#lib/server/db/client.ts';
import { listUnits, subtreeKeysOn } from '#lib/units/units.reads.server.ts';
import type { ContestDefinition } from './definition.ts';
import type { KnownReferences } from './definition-faults.ts';

/** Which of the names in a contest's file are known: units, bank, its topics and levels, plan. */
export async function getKnownReferences(
	db: ReadDb,
	definition: ContestDefinition
): Promise<KnownReferences> {
	const { units, rankedUnits, headcountAsOf, bank, practice, plan } = definition;
	const named = [
		definition.organiser,
		...units,
		...definition.groups.flatMap((group) => group.units ?? []),
		...('units' in rankedUnits ? rankedUnits.units : [])
	];
	const terms = await listTerms(db, bank);
	const of = (kind: string) =>
		new Set(terms.filter((term) => term.kind === kind).map((term) => term.code));
	return {
		units: new Set((await listUnits(db, named)).map((unit) => unit.key)),
		scope: new Set(await subtreeKeysOn(db, units, rankedUnits.tree, headcountAsOf)),
		banks: await knownBanks(db, practice === null ? [bank] : [bank, practice.bank]),
		topics: of('topic'),
		levels: of('level'),
		plans: await knownPlans(db, plan)
	};
}

export interface BankTerm {
	readonly kind: string;
	readonly code: string;
	readonly title: string;
}

/** Topics and levels of a bank in its own order. */
export async function listTerms(db: ReadDb, bankCode: string): Promise<BankTerm[]> {
	return await db
		.selectFrom('bankTerm')
		.select(['kind', 'code', 'title'])
		.where('bankCode', '=', bankCode)
		.orderBy('position')
		.execute();
}

async function knownBanks(db: ReadDb, codes: readonly string[]): Promise<Set<string>> {
	const rows = await db.selectFrom('bank').select('code').where('code', 'in', codes).execute();
	return new Set(rows.map((row) => row.code));
}

async function knownPlans(db: ReadDb, code: string | null): Promise<Set<string>> {
	if (code === null) return new Set();
	const rows = await db.selectFrom('plan').select('code').where('code', '=', code).execute();
	return new Set(rows.map((row) => row.code));
}
