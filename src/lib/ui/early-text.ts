/** The served page comes alive once; what is shown later has nothing that came before its script. */
let alive = typeof document === 'undefined';

export function comeAlive(): void {
	alive = true;
}

/**
 * What was typed into a served field while the page's script was still on the way, read from the field as the
 * page comes alive, which would put the served value back. `undefined`: nothing was.
 */
export function earlyText(id: string): string | undefined {
	if (alive) return undefined;
	const field = document.getElementById(id);
	if (field instanceof HTMLSelectElement) {
		const served = [...field.options].find((option) => option.defaultSelected);
		return served && served.value !== field.value ? field.value : undefined;
	}
	if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
		return field.value === field.defaultValue ? undefined : field.value;
	return undefined;
}
