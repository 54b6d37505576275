/** NFC, white space joined and trimmed: how every typed or imported text is kept. */
export function tidy(text: string): string {
	return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** For comparing what people type: no case, no Vietnamese marks, đ as d, white space joined. */
export function folded(text: string): string {
	return tidy(text)
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/đ/gu, 'd')
		.normalize('NFC');
}

/** Order of UTF-16 code units, the order that the publication bundle uses. */
export function byCodeUnit(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** NUL and lone surrogates, which neither PostgreSQL nor UTF-8 can hold. */
export function isStorable(text: string): boolean {
	return !text.includes('\0') && text.isWellFormed();
}
