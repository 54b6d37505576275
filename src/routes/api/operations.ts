import { attemptOperations } from './operations/attempts.ts';
import { contestOperations } from './operations/contests.ts';
import { figureOperations } from './operations/figures.ts';
import { sessionOperations } from './operations/sessions.ts';
import { standingsOperations } from './operations/standings.ts';

/** Where the calls lie. */
export const API_BASE = '/api/v1';

/** Every call of contract §2; a route that is not here, or a call without a route, fails a test. */
export const operations = [
	...sessionOperations,
	...contestOperations,
	...attemptOperations,
	...standingsOperations,
	...figureOperations
];
export type OperationId = (typeof operations)[number]['id'];
export type OperationTag = (typeof operations)[number]['tag'];
