// PostgreSQL classes: 08 connection, 53 insufficient resources, 57 operator intervention (shutting down).
const BUSY_CLASSES = ['08', '53', '57'];
const BUSY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const BUSY_WORDS =
	/terminated|timeout exceeded when trying to connect|connection.*(closed|ended|not queryable)/i;

/** Is this failure the database being away or full, so that repeating the same call may work? */
export function isBusy(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = 'code' in error ? String(error.code) : '';
	return (
		BUSY_CODES.has(code) ||
		(code.length === 5 && BUSY_CLASSES.some((prefix) => code.startsWith(prefix))) ||
		BUSY_WORDS.test(error.message)
	);
}
