/** The path to the value that holds a character of a sound JSON text: keys and positions from the root. */
export function pathAtOffset(json: string, offset: number): PropertyKey[] {
	const stack: Level[] = [];
	let at = 0;
	while (at < json.length && at <= offset) {
		const char = json.charAt(at);
		const top = stack.at(-1);
		if (char === '"') {
			const end = endOfText(json, at);
			if (top?.kind === 'object' && top.expectsKey) {
				top.step = String(JSON.parse(json.slice(at, end)));
				top.expectsKey = false;
			}
			at = end;
			continue;
		}
		if (char === '{') stack.push({ kind: 'object', step: null, expectsKey: true });
		else if (char === '[') stack.push({ kind: 'list', step: 0, expectsKey: false });
		else if ((char === '}' || char === ']') && at < offset) stack.pop();
		else if (char === ',' && top && at < offset) nextMember(top);
		at++;
	}
	return stack.flatMap((level) => level.step ?? []);
}

interface Level {
	readonly kind: 'object' | 'list';
	step: string | number | null;
	expectsKey: boolean;
}

function nextMember(level: Level): void {
	if (level.kind === 'list') level.step = Number(level.step) + 1;
	else level.expectsKey = true;
}

/** Where the text that begins with the quote at `start` ends (just after its closing quote). */
function endOfText(json: string, start: number): number {
	let at = start + 1;
	while (at < json.length && json.charAt(at) !== '"') at += json.charAt(at) === '\\' ? 2 : 1;
	return at + 1;
}
