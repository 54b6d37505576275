import type { ParseArgsOptionsConfig } from 'node:util';

/** What the command line gave: options by name, then the rest in order. */
export interface Arguments {
	readonly options: Readonly<Record<string, string | boolean | undefined>>;
	readonly positionals: readonly string[];
}

/** 0 done, 1 refused or check failed, 2 wrong usage (contract §1). */
export type ExitCode = 0 | 1 | 2;

/** One file a command: parse, call one use case, print. */
export interface Command {
	/** What follows `khoabang`, as `--help` shows it. */
	readonly usage: string;
	/** One line of `--help`. */
	readonly about: string;
	/** A line for each option, as `--help` shows it. */
	readonly optionHelp?: Readonly<Record<string, string>>;
	readonly options?: ParseArgsOptionsConfig;
	/** How many positionals, at least and at most. */
	readonly positionals?: readonly [number, number];
	run(args: Arguments): Promise<ExitCode>;
}

/** A mistake in the call itself: printed with the usage, exit 2. */
export class WrongUsage extends Error {}

/** Something that the caller can mend, said in one sentence: printed as it is, exit 1. */
export class CannotRun extends Error {}

export function textOption(args: Arguments, name: string): string | undefined {
	const value = args.options[name];
	return typeof value === 'string' ? value : undefined;
}

/** An option that the command cannot do without. */
export function neededOption(args: Arguments, name: string): string {
	const value = textOption(args, name);
	if (value === undefined || value === '') throw new WrongUsage(`--${name} is needed`);
	return value;
}

export function flag(args: Arguments, name: string): boolean {
	return args.options[name] === true;
}
