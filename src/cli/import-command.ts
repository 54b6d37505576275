import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import {
	CannotRun,
	flag,
	textOption,
	WrongUsage,
	type Arguments,
	type Command,
	type ExitCode
} from './command.ts';
import { runCommand } from './run-command.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { hasErrors, type ImportReport } from '#lib/kernel/import-report.ts';
import { importResult, type ImportResult, type NoteSentences } from '#lib/kernel/import-result.ts';
import type { Refusal } from '#lib/kernel/outcome.ts';
import type { UseCaseOf } from '#lib/server/door/context.ts';

/** What one kind of file needs beside FILE, --format, --dry-run and --json. */
export interface ImportKind<S extends z.ZodType, R extends Refusal> {
	readonly noun: string;
	readonly about: string;
	/** The formats that this version reads; the first is the default. */
	readonly formats: readonly string[];
	readonly schema: S;
	readonly useCase: UseCaseOf<Actor, z.output<S>, ImportReport, R>;
	/** The room's words: for its notes, and for its refusals. */
	readonly words: { readonly notes: NoteSentences; readonly refusals: NoteSentences };
	/** Further options by name, with what `--help` says of each; `needed` ones are checked. */
	readonly needed?: Readonly<Record<string, string>>;
	readonly optional?: Readonly<Record<string, string>>;
	/** The use case's further input, from those options. */
	readonly input?: (args: Arguments) => Readonly<Record<string, unknown>>;
}

/** `import NOUN FILE`: one transaction, or nothing at all; every note with its line. */
export function importCommand<S extends z.ZodType, R extends Refusal>(
	kind: ImportKind<S, R>
): Command {
	const { noun, about, needed = {}, optional = {} } = kind;
	const names = [...Object.keys(needed), ...Object.keys(optional), 'format'];
	return {
		usage: usageOf(noun, needed, optional),
		about,
		options: {
			...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
			'dry-run': { type: 'boolean' },
			json: { type: 'boolean' }
		},
		optionHelp: helpOf({ ...needed, ...optional }, kind.formats),
		positionals: [1, 1],
		run: (args) => runImport(kind, args)
	};
}

type Options = Readonly<Record<string, string>>;

function usageOf(noun: string, needed: Options, optional: Options): string {
	const word = (name: string) => `--${name} ${name === 'from' ? 'DAY' : 'KEY'}`;
	return [
		`import ${noun} FILE`,
		...Object.keys(needed).map(word),
		...Object.keys(optional).map((name) => `[${word(name)}]`),
		'[--format NAME] [--dry-run] [--json]'
	].join(' ');
}

function helpOf(options: Options, formats: readonly string[]): Options {
	return {
		...Object.fromEntries(Object.entries(options).map(([name, about]) => [`--${name}`, about])),
		'--format': `what FILE is; this version reads ${formats.join(', ')}`,
		'--dry-run': 'says what would be done and writes nothing',
		'--json': 'prints the result as JSON'
	};
}

async function runImport<S extends z.ZodType, R extends Refusal>(
	kind: ImportKind<S, R>,
	args: Arguments
): Promise<ExitCode> {
	const [file = ''] = args.positionals;
	refuseOtherFormat(kind.formats, textOption(args, 'format'));
	for (const name of Object.keys(kind.needed ?? {}))
		if (!textOption(args, name)) throw new WrongUsage(`--${name} is needed`);
	const dryRun = flag(args, 'dry-run');
	const called = { schema: kind.schema, run: kind.useCase, refusals: kind.words.refusals };
	const report = await runCommand(called, {
		text: await readText(file),
		fileName: path.basename(file),
		dryRun,
		...kind.input?.(args)
	});
	const result = importResult(report, file, kind.words.notes);
	if (flag(args, 'json')) console.log(JSON.stringify(result));
	else print(result, dryRun);
	return hasErrors(report.notes) ? 1 : 0;
}

function refuseOtherFormat(formats: readonly string[], asked: string | undefined): void {
	if (asked !== undefined && !formats.includes(asked))
		throw new WrongUsage(
			`--format ${asked} belongs to a later version; this one reads ${formats.join(', ')}`
		);
}

/** UTF-8, with or without a BOM. A zip (XLSX, OneRoster) goes on to the room, which answers by its name. */
async function readText(file: string): Promise<string> {
	const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
		throw new CannotRun(`${file}:1: không mở được tệp (${error.code ?? error.message})`);
	});
	const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
	try {
		return new TextDecoder('utf-8', { fatal: !isZip }).decode(bytes);
	} catch {
		throw new CannotRun(`${file}:1: tệp không phải UTF-8. Lưu lại ở dạng UTF-8 rồi nạp lại.`);
	}
}

const COUNTS = { new: 'mới', same: 'như cũ', changed: 'thay đổi', moved: 'chuyển', failed: 'lỗi' };

function print(result: ImportResult, dryRun: boolean): void {
	for (const { level, file, line, column, message } of result.messages) {
		const place = column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
		console.error(level === 'error' ? `${place}: ${message}` : `${place}: (lưu ý) ${message}`);
	}
	const counts = Object.entries(COUNTS).map(
		([name, word]) => `${result.counts[name as keyof typeof COUNTS]} ${word}`
	);
	const tried = dryRun ? ' (chạy thử, chưa ghi gì)' : '';
	console.log(`${result.format}: ${counts.join(', ')}${tried}`);
}
