/** `CONTEST` or `CONTEST/ROUND`: without a round, the whole contest. */
export function publicationOf(name: string): { contestCode: string; roundKey: string | null } {
	const slash = name.indexOf('/');
	if (slash < 0) return { contestCode: name, roundKey: null };
	return { contestCode: name.slice(0, slash), roundKey: name.slice(slash + 1) };
}
