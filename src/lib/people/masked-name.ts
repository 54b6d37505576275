import type { Instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import { mayBeMinor } from './age.ts';

/** What a published name depends on. */
export interface NamedPerson {
	readonly name: string;
	readonly birthYear: number;
	/** Purpose 2 stands, with the guardian's consent where it is needed. */
	readonly consentsToPublish: boolean;
}

const NOBODY: Record<Language, string> = { vi: 'Ẩn danh', en: 'Anonymous' };

/**
 * A name as anybody may see it (domain §7): without consent to publish "Ẩn danh"; of those who may be
 * under 18 the initials, "N.V.A"; else the name.
 */
export function maskedName(person: NamedPerson, at: Instant, language: Language = 'vi'): string {
	if (!person.consentsToPublish) return NOBODY[language];
	return mayBeMinor(person.birthYear, at) ? initials(person.name) : person.name;
}

export function initials(name: string): string {
	return name
		.normalize('NFC')
		.split(/[\s.-]+/u)
		.map((word) => [...word][0]?.toLocaleUpperCase('vi'))
		.filter((letter) => letter !== undefined)
		.join('.');
}
