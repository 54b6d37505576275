/** An exact share: numerator and positive denominator. Compared by cross-multiplication, divided only when printed. */
export interface Fraction {
	readonly n: bigint;
	readonly d: bigint;
}

export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
	const denominator = BigInt(d);
	if (denominator === 0n) throw new Error('a fraction needs a denominator');
	const sign = denominator < 0n ? -1n : 1n;
	return { n: BigInt(n) * sign, d: denominator * sign };
}

export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
	const left = a.n * b.d;
	const right = b.n * a.d;
	return left < right ? -1 : left > right ? 1 : 0;
}

export function add(a: Fraction, b: Fraction): Fraction {
	return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function times(a: Fraction, b: Fraction): Fraction {
	return { n: a.n * b.n, d: a.d * b.d };
}

export function least(a: Fraction, b: Fraction): Fraction {
	return compare(a, b) <= 0 ? a : b;
}

/** In lowest terms. */
export function reduced(a: Fraction): Fraction {
	const g = greatestCommonDivisor(a.n < 0n ? -a.n : a.n, a.d);
	return { n: a.n / g, d: a.d / g };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
	return b === 0n ? (a === 0n ? 1n : a) : greatestCommonDivisor(b, a % b);
}
