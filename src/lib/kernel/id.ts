const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Is this text an id of the kind that chance draws (a UUID)? Any other names no row. */
export function isId(text: string): boolean {
	return UUID.test(text);
}
