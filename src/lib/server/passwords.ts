import { argon2, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

const run = promisify(argon2);
/** OWASP's smallest recommended argon2id: 19 MiB, two passes, one lane; about 40 ms. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const NONCE_BYTES = 16;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** libuv has four threads and file reads need them too: so at most two hashes run, the others wait in line. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inLine<T>(work: () => Promise<T>): Promise<T> {
	if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
	else running++;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running--;
	}
}

function derive(parameters: Omit<Argon2Parameters, 'message'>, password: string): Promise<Buffer> {
	return inLine(() => run('argon2id', { ...parameters, message: password.normalize('NFKC') }));
}

/** argon2id in PHC form. `nonce` is 16 random bytes from the door. */
export async function hashPassword(password: string, nonce: Uint8Array): Promise<string> {
	if (nonce.length !== NONCE_BYTES) throw new Error('a password nonce has 16 bytes');
	const tag = await derive({ ...COST, nonce }, password);
	return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${bare(nonce)}$${bare(tag)}`;
}

/** Does the password fit? With `null` (no such account) the same time is spent and the answer is no. */
export async function verifyPassword(phc: string | null, password: string): Promise<boolean> {
	const parts = PHC.exec(phc ?? '');
	const nonce = Buffer.from(parts?.[4] ?? bare(Buffer.alloc(NONCE_BYTES)), 'base64');
	const want = Buffer.from(parts?.[5] ?? bare(Buffer.alloc(COST.tagLength)), 'base64');
	const cost = parts
		? { memory: Number(parts[1]), passes: Number(parts[2]), parallelism: Number(parts[3]) }
		: COST;
	const got = await derive({ ...cost, nonce, tagLength: want.length }, password);
	return timingSafeEqual(want, got) && parts !== null;
}

function bare(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}
