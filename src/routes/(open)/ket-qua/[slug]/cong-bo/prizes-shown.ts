import type { PublicationShown } from '#lib/results/view-publication.server.ts';

export interface PrizeShown {
	readonly title: string;
	readonly name: string;
	readonly unitName: string;
	readonly group: string | null;
	readonly mine: boolean;
}

/** Prizes in the order of the publication, with names as anybody may see them. */
export function prizesShown({ standings, people, units, groups, prizes }: PublicationShown) {
	return standings.prizes.map(({ prizeId, personId }): PrizeShown => {
		const person = people[personId];
		const unit = person?.unit ?? '';
		const group = person?.group ?? null;
		return {
			title: prizes[prizeId] ?? prizeId,
			name: person?.name ?? '',
			unitName: units[unit] ?? unit,
			group: group === null ? null : (groups[group] ?? group),
			mine: person?.mine ?? false
		};
	});
}
