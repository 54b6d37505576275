const DECIMAL = /^([+-]?)(?:(\d+)(?:[.,](\d*))?|[.,](\d+))$/;

/** An exact decimal: `digits` / 10^`scale`. */
export interface Decimal {
	readonly digits: bigint;
	readonly scale: number;
}

/** A decimal with comma or point and no grouping; `undefined` for anything else. The typographic minus reads as one. */
export function readDecimal(text: string): Decimal | undefined {
	const found = DECIMAL.exec(text.trim().replace('\u2212', '-'));
	if (!found) return undefined;
	const [, sign, whole = '0', fraction = found[4] ?? ''] = found;
	const digits = BigInt(whole + fraction);
	return { digits: sign === '-' ? -digits : digits, scale: fraction.length };
}
