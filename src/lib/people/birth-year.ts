/**
 * The year of `1/9/2011`, `01-09-2011`, `2011-09-01` or `2011`, the only part of a birth date that is
 * kept; `undefined` for what is no day of a calendar.
 */
export function readBirthYear(text: string): number | undefined {
	const parts = /^(?:(\d{1,2})[/.-](\d{1,2})[/.-])?(\d{4})$/.exec(text);
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
	const [d, m, y] = iso ? [iso[3], iso[2], iso[1]] : [parts?.[1], parts?.[2], parts?.[3]];
	if (y === undefined) return undefined;
	if (d === undefined || m === undefined) return Number(y);
	const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
	const real = date.getUTCMonth() === Number(m) - 1 && date.getUTCDate() === Number(d);
	return real ? Number(y) : undefined;
}
