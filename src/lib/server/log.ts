import pino from 'pino';

export type Log = pino.Logger;

/**
 * JSON lines on standard error. Callers log codes, counts, routes and durations: never a name, an answer,
 * a card, a token or a request body.
 */
export function createLog(level: string): Log {
	return pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) }
		},
		pino.destination({ fd: 2, sync: true })
	);
}
