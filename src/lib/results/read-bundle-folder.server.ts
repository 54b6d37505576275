import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { BundleFile, BundleProblem } from './bundle-problem.ts';
import type { BundleSource } from './bundle.ts';
import type { BundleFolder } from './verify.ts';

export type FolderRead<Source> =
	| { readonly ok: true; readonly value: Source }
	| { readonly ok: false; readonly problems: readonly BundleProblem[] };

const CHUNK = 1 << 16;

/** The bundle in a folder; attempts are read line by line when asked for. */
export function readBundle(dir: string): FolderRead<BundleSource> {
	const missing = (['contest.json', 'attempts.ndjson'] as const).filter(
		(file) => textOf(dir, file, 'exists') === null
	);
	if (missing.length > 0) return { ok: false, problems: missing.map(missingFile) };
	return {
		ok: true,
		value: {
			contest: textOf(dir, 'contest.json', 'text') ?? '',
			attempts: () => linesOf(path.join(dir, 'attempts.ndjson'))
		}
	};
}

/** The bundle and what lies beside it, for `verify`. */
export function readBundleFolder(dir: string): FolderRead<BundleFolder> {
	const bundle = readBundle(dir);
	if (!bundle.ok) return bundle;
	return {
		ok: true,
		value: {
			...bundle.value,
			standings: textOf(dir, 'standings.json', 'text'),
			sums: textOf(dir, 'SHA256SUMS', 'text'),
			hashes: hashesOf(dir)
		}
	};
}

function missingFile(file: BundleFile): BundleProblem {
	return { file, line: 1, code: 'missing-file', facts: {} };
}

/** The file as text, its name where only its being there is asked, or null when it is not a file. */
function textOf(dir: string, file: string, want: 'exists' | 'text'): string | null {
	const full = path.join(dir, file);
	// A link is no file of the bundle: it may lead anywhere.
	if (!lstatSync(full, { throwIfNoEntry: false })?.isFile()) return null;
	return want === 'text' ? readFileSync(full, 'utf8') : file;
}

function hashesOf(dir: string): Map<string, string> {
	const files = readdirSync(dir, { withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name !== 'SHA256SUMS')
		.map((entry) => entry.name);
	return new Map(files.map((file) => [file, hashOf(path.join(dir, file))]));
}

function hashOf(file: string): string {
	const hash = createHash('sha256');
	for (const chunk of chunksOf(file)) hash.update(chunk);
	return hash.digest('hex');
}

function* linesOf(file: string): Iterable<string> {
	const decoder = new StringDecoder('utf8');
	let rest = '';
	for (const chunk of chunksOf(file)) {
		const lines = (rest + decoder.write(chunk)).split('\n');
		rest = lines.pop() ?? '';
		yield* lines;
	}
	rest += decoder.end();
	if (rest !== '') yield rest;
}

/** The same buffer is filled anew for each chunk. */
function* chunksOf(file: string): Iterable<Uint8Array> {
	const descriptor = openSync(file, 'r');
	try {
		const buffer = Buffer.alloc(CHUNK);
		for (;;) {
			const length = readSync(descriptor, buffer, 0, CHUNK, null);
			if (length === 0) return;
			yield buffer.subarray(0, length);
		}
	} finally {
		closeSync(descriptor);
	}
}
