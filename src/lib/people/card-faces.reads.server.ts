import type { Day } from '#lib/kernel/instant.ts';
import { byCodeUnit } from '#lib/kernel/text.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { lineageOn, listUnitsOn } from '#lib/units/units.reads.server.ts';
import { byGivenName } from './name-order.ts';
import { listPeople, listPeopleInScope, type Person } from './people.reads.server.ts';

/** What the outside of a card may show: who it is for, and where they are. */
export interface CardFace {
	readonly personId: string;
	readonly personCode: string;
	readonly name: string;
	readonly unitKey: string;
	/** `Lớp 8A1, Trường THCS Trần Phú`; a chi đoàn by its own name. */
	readonly unitName: string;
}

/** The people of these units on a day, each once (in a class before another unit), by unit and given name. */
export async function listCardFaces(
	db: ReadDb,
	unitKeys: readonly string[],
	day: Day
): Promise<CardFace[]> {
	const members = await listPeopleInScope(db, { unitKeys, audiences: null, day });
	const names = await unitLabels(db, [...new Set(members.map((one) => one.unitKey))], day);
	const people = await listPeople(db, [...new Set(members.map((one) => one.personId))]);
	const unitsOf = Map.groupBy(members, (one) => one.personId);
	const faces = people.map((person) => faceOf(person, unitsOf.get(person.id) ?? [], names));
	return faces.sort(
		(a, b) =>
			byCodeUnit(a.unitName, b.unitName) ||
			byGivenName(a.name, b.name) ||
			byCodeUnit(a.personCode, b.personCode)
	);
}

interface Label {
	readonly text: string;
	readonly isClass: boolean;
}

function faceOf(
	{ id, code, name }: Person,
	members: readonly { readonly unitKey: string }[],
	labels: ReadonlyMap<string, Label>
): CardFace {
	const unit = members.find((one) => labels.get(one.unitKey)?.isClass) ?? members[0];
	const unitKey = unit?.unitKey ?? '';
	const unitName = labels.get(unitKey)?.text ?? unitKey;
	return { personId: id, personCode: code, name, unitKey, unitName };
}

async function unitLabels(
	db: ReadDb,
	keys: readonly string[],
	day: Day
): Promise<Map<string, Label>> {
	const units = await listUnitsOn(db, keys, day);
	const labels = await Promise.all(
		units.map(async (unit): Promise<[string, Label]> => {
			if (unit.kind !== 'class') return [unit.key, { text: unit.name, isClass: false }];
			const above = await listUnitsOn(db, await lineageOn(db, unit.key, day), day);
			const school = above.find((one) => one.kind === 'school');
			const text = `Lớp ${unit.name}${school ? `, ${school.name}` : ''}`;
			return [unit.key, { text, isClass: true }];
		})
	);
	return new Map(labels);
}
