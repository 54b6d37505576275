import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tiesAtPrizeEdge, worlds, type World } from './worlds.fixture.ts';

// domain.md §4.7. Each property is a function over the thing it judges, so that a planted fault can be
// judged as well: a property that a fault does not break proves nothing.

/** However busy the machine is. */
const PATIENCE_MS = 120_000;
const RUNS = { numRuns: 1000, seed: 20261005 };

/** Two tests: the property holds for the real thing, and a planted fault breaks it. */
export function holds<Subject>(
	title: string,
	subjects: { readonly real: Subject; readonly faulty: Subject },
	property: (subject: Subject, world: World) => void
): void {
	describe(title, () => {
		test(
			'holds in a thousand contests, a third of them with a tie at the edge of a prize',
			{ timeout: PATIENCE_MS },
			() => {
				let [cases, edges] = [0, 0];
				fc.assert(
					fc.property(worlds, (world) => {
						cases += 1;
						edges += tiesAtPrizeEdge(world) ? 1 : 0;
						property(subjects.real, world);
					}),
					RUNS
				);
				expect(cases).toBeGreaterThanOrEqual(1000);
				expect(edges / cases).toBeGreaterThanOrEqual(0.3);
			}
		);

		test('is broken by a planted fault', { timeout: PATIENCE_MS }, () => {
			const judged = fc.check(
				fc.property(worlds, (world) => property(subjects.faulty, world)),
				RUNS
			);
			expect(judged.failed).toBe(true);
			expect(judged.numRuns).toBeLessThanOrEqual(1000);
		});
	});
}
