import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from './command.ts';
import { migrationsFolder } from './paths.ts';
import { sha256Hex } from '#lib/kernel/digest.ts';

export const command: Command = {
	usage: 'db:freeze',
	about:
		'for developers: notes the hash of every migration at a release; from then on none may change',
	async run() {
		const names = (await readdir(migrationsFolder)).filter((name) => /^\d{4}_.*\.ts$/.test(name));
		const hashes: Record<string, string> = {};
		for (const name of names.sort())
			hashes[name] = sha256Hex(await readFile(path.join(migrationsFolder, name)));
		const file = path.join(migrationsFolder, 'hashes.json');
		await writeFile(file, `${JSON.stringify(hashes, null, '\t')}\n`);
		console.log(`frozen: ${names.length} migrations`);
		return 0;
	}
};
