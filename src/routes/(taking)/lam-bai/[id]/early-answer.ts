import type { Response } from '#lib/taking/response-shape.ts';
import { STATEMENT_PREFIX } from '#lib/taking/save.ts';

interface EarlyAnswer {
	readonly position: number;
	readonly response: Response;
}

/**
 * What was chosen on the page while its script was still on the way: read once, when this module arrives
 * and before the page comes alive, which would put the saved answer back.
 */
let early = typeof document === 'undefined' ? null : readForm(document.querySelector('#cau-hoi'));

/** Once: a later visit of the page has nothing that came before its script. */
export function takeEarlyAnswer(): EarlyAnswer | null {
	const taken = early;
	early = null;
	return taken;
}

function readForm(form: Element | null): EarlyAnswer | null {
	if (!(form instanceof HTMLFormElement)) return null;
	const fields = new FormData(form);
	const statements = [...fields]
		.filter(([name]) => name.startsWith(STATEMENT_PREFIX))
		.map(([name, value]) => [name.slice(STATEMENT_PREFIX.length), value === 'true']);
	const option = fields.get('answer');
	const group = statements.length > 0 ? Object.fromEntries(statements) : null;
	return {
		position: Number(fields.get('position')),
		response: typeof option === 'string' ? option : group
	};
}
