/** What one line of the cards file says. */
export interface CardLine {
	readonly personCode: string;
	readonly name: string;
	readonly unitKey: string;
	readonly card: string;
}

/** `person_code,name,unit_key,card` (contract §1, cards): RFC 4180, UTF-8 with a BOM so that a spreadsheet reads it. */
export function cardCsv(cards: readonly CardLine[]): string {
	const lines = cards.map((one) => [one.personCode, one.name, one.unitKey, one.card]);
	const rows = [['person_code', 'name', 'unit_key', 'card'], ...lines];
	return `\uFEFF${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}

function quoted(cell: string): string {
	return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
