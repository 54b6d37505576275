/** The browser's counter of milliseconds, which no change of the device's clock moves; only differences are used. */
export function browserMs(): number {
	return performance.now();
}
