const vietnamese = new Intl.Collator('vi');

/** As a class list is ordered: by the given name, the last word, then by the whole name. */
export function byGivenName(a: string, b: string): number {
	return vietnamese.compare(givenName(a), givenName(b)) || vietnamese.compare(a, b);
}

function givenName(name: string): string {
	return name.trim().split(/\s+/).at(-1) ?? '';
}
