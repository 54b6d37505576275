import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { refuse, type DoorRefusal } from './refusals.ts';

/** Fields as text; a name that came more than once is a list. */
export type FormValues = Record<string, string | string[]>;

const TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;
/** No page of ours asks for more; what asks for thousands is no form. */
const MOST_FIELDS = 500;

/** Reads a posted form: another type is 415, one that cannot be read 400, one of too many fields 413. Files are left out. */
export async function readForm(request: Request): Promise<Outcome<FormValues, DoorRefusal>> {
	if (!TYPES.test(request.headers.get('content-type') ?? '')) return refuse('unreadable-form');
	const form = await request.formData().catch(() => undefined);
	if (form === undefined) return refuse('unreadable-form');
	const values = new Map<string, string[]>();
	let fields = 0;
	for (const [name, value] of form) {
		if (++fields > MOST_FIELDS)
			return refuse('too-large', { facts: { limit: String(MOST_FIELDS) } });
		if (typeof value !== 'string') continue;
		const list = values.get(name);
		if (list) list.push(value);
		else values.set(name, [value]);
	}
	return ok(Object.fromEntries([...values].map(([name, list]) => [name, only(list)])));
}

function only(list: string[]): string | string[] {
	return list.length === 1 ? (list[0] as string) : list;
}
