import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { InstanceKeys } from './door/context.ts';

/** Every setting of contract §1 that this version reads. All are optional; `--help` lists them. */
export interface Config {
	readonly databaseUrl: string | undefined;
	/** Past a pooler: migrations, LISTEN, jobs. Falls back to databaseUrl. */
	readonly databaseDirectUrl: string | undefined;
	readonly home: string;
	readonly host: string;
	readonly port: number;
	readonly origin: string | undefined;
	/** Where trusted proxies write who called; undefined: the peer is the caller. */
	readonly addressSource: { readonly header: string; readonly depth: number } | undefined;
	readonly secret: string | undefined;
	readonly logLevel: string;
	/** Who answers questions about this instance, shown in the footer; the operator writes it. */
	readonly support: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; throws a sentence that names the setting when one cannot be used. */
export function readConfig(env: Environment = process.env): Config {
	return {
		databaseUrl: filled(env.DATABASE_URL),
		databaseDirectUrl: filled(env.DATABASE_DIRECT_URL) ?? filled(env.DATABASE_URL),
		home: path.resolve(filled(env.KHOABANG_HOME) ?? './.khoabang'),
		host: filled(env.HOST) ?? '::',
		port: portOf(filled(env.PORT) ?? '3000'),
		origin: originOf(filled(env.ORIGIN)),
		addressSource: addressSourceOf(env),
		secret: secretOf(env),
		logLevel: filled(env.LOG_LEVEL) ?? 'info',
		support: filled(env.KHOABANG_SUPPORT)
	};
}

function filled(value: string | undefined): string | undefined {
	return value === undefined || value.trim() === '' ? undefined : value.trim();
}

function portOf(text: string): number {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new Error(`PORT must be a number from 0 to 65535, not "${text}"`);
	return port;
}

function originOf(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	try {
		return new URL(text).origin;
	} catch {
		throw new Error(`ORIGIN must be an address like https://thi.example.vn, not "${text}"`);
	}
}

function addressSourceOf(env: Environment): Config['addressSource'] {
	const header = filled(env.ADDRESS_HEADER)?.toLowerCase();
	const depth = filled(env.XFF_DEPTH);
	if (header === undefined) {
		if (depth !== undefined) throw new Error('XFF_DEPTH counts only together with ADDRESS_HEADER');
		return undefined;
	}
	if (!/^[a-z0-9-]+$/.test(header))
		throw new Error(`ADDRESS_HEADER must be the name of a header, not "${header}"`);
	if (depth !== undefined && !/^[1-9]\d?$/.test(depth))
		throw new Error(`XFF_DEPTH must be a number of proxies from 1 on, not "${depth}"`);
	return { header, depth: Number(depth ?? '1') };
}

function secretOf(env: Environment): string | undefined {
	const file = filled(env.KHOABANG_SECRET_FILE);
	const secret =
		filled(env.KHOABANG_SECRET) ?? (file ? readFileSync(file, 'utf8').trim() : undefined);
	if (secret !== undefined && secret.length < 32)
		throw new Error('KHOABANG_SECRET needs at least 32 characters');
	return secret;
}

/** One secret, one key per use, so that a key of one kind never opens another. */
export function instanceKeys(secret: string): InstanceKeys {
	const derive = (use: string) => createHmac('sha256', secret).update(`khoabang/${use}`).digest();
	return { card: derive('card'), token: derive('token') };
}
