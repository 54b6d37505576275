import type { ExitCode } from './command.ts';
import type { CommandResult } from './recompute.ts';

/** Prints what a function of a command made. */
export function printed({ exitCode, stdout, stderr }: CommandResult): ExitCode {
	process.stdout.write(stdout);
	process.stderr.write(stderr);
	return exitCode;
}
