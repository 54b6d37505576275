import { languages, type Language } from '#lib/kernel/language.ts';

/** The person's choice, else the first language of Accept-Language that we speak, else Vietnamese (contract §2, Doors). */
export function requestLanguage(
	chosen: string | undefined,
	accepted: string | null | undefined
): Language {
	const wanted = [chosen, ...byPreference(accepted ?? '')];
	for (const tag of wanted) {
		const known = languages.find((language) => language === tag?.slice(0, 2).toLowerCase());
		if (known) return known;
	}
	return 'vi';
}

function byPreference(header: string): string[] {
	return header
		.split(',')
		.map((part, place) => {
			const [tag = '', ...parameters] = part.trim().split(';');
			const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
			return { tag, weight: q === undefined ? 1 : Number(q), place };
		})
		.filter(({ tag, weight }) => tag !== '' && weight > 0)
		.sort((a, b) => b.weight - a.weight || a.place - b.place)
		.map(({ tag }) => tag);
}
