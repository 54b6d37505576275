type Typed = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * What was typed on a page while its script was still on the way, by field name: read once, when this module
 * arrives and before the page comes alive, which would put the served values back.
 */
const early = new Map<string, string>(
	typeof document === 'undefined'
		? []
		: [...document.querySelectorAll<Typed>('input[name], select[name], textarea[name]')]
				.filter((field) => field.value !== servedValue(field))
				.map((field) => [field.name, field.value])
);

/** Once for each name: a later visit of the page has nothing that came before its script. */
export function takeEarlyText(name: string): string | undefined {
	const text = early.get(name);
	early.delete(name);
	return text;
}

function servedValue(field: Typed): string {
	if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
	return [...field.options].find((option) => option.defaultSelected)?.value ?? field.value;
}
