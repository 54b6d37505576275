// Vitest's setup file: notes every refusal code that a test provokes, for the check at the end of the run.
import { vi } from 'vitest';

vi.mock('#lib/kernel/outcome.ts', async (original) => {
	const actual = await original<typeof import('#lib/kernel/outcome.ts')>();
	const { noteProvoked } = await import('./provoked.ts');
	const refuser: typeof actual.refuser = (statuses) => {
		const refuse = actual.refuser(statuses);
		return (code, more) => {
			noteProvoked(code);
			return refuse(code, more);
		};
	};
	return { ...actual, refuser };
});
