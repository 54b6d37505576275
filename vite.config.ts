import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const setupFiles = ['tests/support/record-refusals.ts'];
const onPostgres = {
	environment: 'node' as const,
	setupFiles,
	testTimeout: 30_000,
	hookTimeout: 60_000
};

/**
 * Kit's page-title announcer carries a style attribute, which our Content-Security-Policy refuses on every
 * page. Its place outside the picture is given by src/app.css instead.
 */
const announcerWithoutStyle: Plugin = {
	name: 'khoabang:announcer-without-style',
	enforce: 'pre',
	transform(code, id) {
		if (!id.split('?')[0]?.endsWith('.svelte-kit/generated/root.svelte')) return;
		return code.replace(/(<div id="svelte-announcer"[^>]*?) style="[^"]*"/, '$1');
	}
};

export default defineConfig({
	plugins: [announcerWithoutStyle, sveltekit()],
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
