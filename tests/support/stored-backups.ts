import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const root = path.resolve(import.meta.dirname, '../..');

export const backupsFolder = path.join(root, 'tests/backups');

export function storedBackups(): string[] {
	return fs.readdirSync(backupsFolder).filter((name) => name.endsWith('.backup'));
}

/** Versions that CHANGELOG.md no longer calls unreleased. */
export function releasedVersions(): string[] {
	const changelog = fs.readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
	return [...changelog.matchAll(/^## (\d+\.\d+\.\d+)(?! \(unreleased\))\b/gm)].map(
		([, version = '']) => version
	);
}

/** Names of the migrations that the stored backup of a version had. */
export function migrationsOf(version: string): readonly string[] {
	const lines = gunzipSync(fs.readFileSync(path.join(backupsFolder, `${version}.backup`)));
	const manifest = JSON.parse(lines.subarray(0, lines.indexOf('\n')).toString()) as {
		migrations: readonly string[];
	};
	return manifest.migrations;
}
