import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

const setupFiles = ['tests/support/record-refusals.ts'];
const onPostgres = {
	environment: 'node' as const,
	setupFiles,
	testTimeout: 30_000,
	hookTimeout: 60_000
};

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		// A developer may run while another does: two workers fit two cores.
		maxWorkers: 2,
		projects: [
			{
				test: {
					name: 'architecture',
					environment: 'node',
					include: ['tests/architecture/**/*.test.ts'],
					testTimeout: 60_000
				}
			},
			{
				extends: true,
				test: { name: 'unit', environment: 'node', setupFiles, include: ['src/**/*.test.ts'] }
			},
			{
				extends: true,
				test: {
					...onPostgres,
					name: 'integration',
					include: ['tests/integration/**/*.test.ts'],
					globalSetup: ['tests/support/database-server.ts']
				}
			},
			{
				// Plain Node, without the framework: it drives a browser against the real command.
				test: {
					...onPostgres,
					name: 'e2e',
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: ['tests/support/database-server.ts', 'tests/support/e2e-setup.ts'],
					testTimeout: 120_000,
					hookTimeout: 180_000,
					fileParallelism: false
				}
			}
		]
	}
});
