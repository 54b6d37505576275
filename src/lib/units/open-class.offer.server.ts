import type { Day } from '#lib/kernel/instant.ts';
import { folded, tidy } from '#lib/kernel/text.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { isOpenOn } from './unit.ts';
import { childrenOn, findUnit } from './units.reads.server.ts';
import { replaceUnits } from './units.writes.server.ts';

export interface NewClass {
	readonly schoolKey: string;
	/** As the school writes it: `8A1`. */
	readonly name: string;
	readonly from: Day;
}

export interface OpenedClass {
	readonly key: string;
	/** false: the school had an open class of that name on the day. */
	readonly isNew: boolean;
}

/**
 * Opens a class under a school in the trees of place and of education; a class of that name which is
 * open on the day is the same class. Throws when the school is unknown or not open on the day.
 */
export async function openClass(tx: WriteDb, input: NewClass): Promise<OpenedClass> {
	const school = await findUnit(tx, input.schoolKey);
	if (!school || !isOpenOn(school, input.from))
		throw new Error(`no open school ${input.schoolKey} on ${input.from}`);
	const siblings = await childrenOn(tx, school.key, 'admin', input.from);
	const same = siblings.find((unit) => folded(unit.name) === folded(input.name));
	if (same) return { key: same.key, isNew: false };
	const period = { from: input.from, to: school.closed };
	const key = await freeKey(tx, input);
	await replaceUnits(tx, [
		{
			...{ key, kind: 'class', code: null, levels: [], opened: input.from, closed: school.closed },
			names: [{ name: tidy(input.name), ...period }],
			edges: [
				{ tree: 'admin', parent: school.key, ...period },
				{ tree: 'education', parent: school.key, ...period }
			]
		}
	]);
	return { key, isNew: true };
}

/** `thcs-tran-phu-8a1`; a class of an earlier year keeps that key, and the new one adds its year. */
async function freeKey(tx: WriteDb, { schoolKey, name, from }: NewClass): Promise<string> {
	const plain = `${schoolKey}-${folded(name)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')}`;
	for (const key of [plain, `${plain}-${from.slice(0, 4)}`, `${plain}-${from}`])
		if (!(await findUnit(tx, key))) return key;
	throw new Error(`every key of ${plain} is taken`);
}
