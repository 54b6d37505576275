// Vitest's globalSetup of the browser tests: the build is of these sources before the first server starts.
import { buildWhenNeeded } from '#src/cli/build.ts';

export default async function setup(): Promise<void> {
	await buildWhenNeeded();
}
