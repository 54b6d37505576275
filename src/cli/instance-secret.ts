import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '#lib/server/config.ts';

/**
 * The secret of this instance: KHOABANG_SECRET, or one made at the first start and kept with mode 0600 in
 * KHOABANG_HOME. Cards and tokens are keyed by it, so it must stay the same.
 */
export function instanceSecret(config: Config): string {
	if (config.secret !== undefined) return config.secret;
	const file = secretFile(config);
	fs.mkdirSync(config.home, { recursive: true });
	try {
		fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	return fs.readFileSync(file, 'utf8').trim();
}

export function secretFile(config: Config): string {
	return path.join(config.home, 'secret');
}
