import fs from 'node:fs';
import { CannotRun } from './command.ts';
import { withInstanceDatabase } from './instance-database.ts';
import { secretFile } from './instance-secret.ts';
import { migrationsFolder } from './paths.ts';
import { msBetween } from '#lib/kernel/instant.ts';
import { databaseClock, systemNow } from '#lib/server/clock.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import type { Connections } from '#lib/server/db/client.ts';
import { pendingMigrations } from '#lib/server/db/migrate.server.ts';
import { settingOf } from '#lib/server/db/server-version.server.ts';

/** What one check saw. `mend` makes the command fail; `look` is worth knowing. */
export interface Finding {
	readonly about: string;
	readonly state: 'ok' | 'look' | 'mend';
	readonly says: string;
}

const GIB = 1024 ** 3;
const MOST_DRIFT_MS = 500;

/** Everything that can be asked of this machine; a database that is away does not hide the rest. */
export async function examine(): Promise<Finding[]> {
	const config = settings();
	if ('state' in config) return [config];
	return [
		originFinding(config),
		addressFinding(config),
		secretFinding(config),
		diskFinding(config),
		...(await databaseFindings())
	];
}

function settings(): Config | Finding {
	try {
		return readConfig();
	} catch (error) {
		return { about: 'cài đặt', state: 'mend', says: error instanceof Error ? error.message : '' };
	}
}

function originFinding({ origin }: Config): Finding {
	const about = 'địa chỉ';
	if (origin?.startsWith('https:')) return { about, state: 'ok', says: origin };
	return {
		about,
		state: 'look',
		says: origin
			? `${origin} không phải https: chỉ dùng trong mạng nội bộ`
			: 'chưa đặt ORIGIN: chỉ dùng http, trong mạng nội bộ'
	};
}

/** Behind a proxy that nobody named, all callers share the limit of one address. */
function addressFinding({ origin, addressSource }: Config): Finding {
	const about = 'người gọi';
	if (addressSource) return { about, state: 'ok', says: `theo ${addressSource.header}` };
	if (!origin?.startsWith('https:')) return { about, state: 'ok', says: 'theo kết nối' };
	const says =
		'ORIGIN là https mà chưa đặt ADDRESS_HEADER: sau proxy, 20 thẻ sai một phút khóa đăng nhập của mọi người';
	return { about, state: 'look', says };
}

function secretFinding(config: Config): Finding {
	const about = 'khóa bí mật';
	if (config.secret) return { about, state: 'ok', says: 'từ KHOABANG_SECRET' };
	const file = secretFile(config);
	if (!fs.existsSync(file))
		return { about, state: 'look', says: `chưa có; ${file} được tạo ở lần chạy đầu` };
	const open = (fs.statSync(file).mode & 0o077) !== 0;
	if (open) return { about, state: 'mend', says: `người khác đọc được ${file}: chmod 600` };
	return { about, state: 'ok', says: `${file}; sao lưu cùng cơ sở dữ liệu` };
}

function diskFinding({ home }: Config): Finding {
	fs.mkdirSync(home, { recursive: true });
	const { bavail, bsize } = fs.statfsSync(home);
	const free = bavail * bsize;
	const says = `còn ${(free / GIB).toFixed(1)} GiB ở ${home}`;
	return { about: 'ổ đĩa', state: free < GIB ? 'mend' : 'ok', says };
}

async function databaseFindings(): Promise<Finding[]> {
	try {
		return await withInstanceDatabase(async (connections) => [
			await serverFinding(connections),
			await migrationsFinding(connections),
			await clockFinding(connections),
			await durabilityFinding(connections)
		]);
	} catch (error) {
		if (!(error instanceof CannotRun)) throw error;
		return [{ about: 'cơ sở dữ liệu', state: 'mend', says: error.message }];
	}
}

async function serverFinding({ read }: Connections): Promise<Finding> {
	const version = await settingOf(read, 'server_version');
	return { about: 'cơ sở dữ liệu', state: 'ok', says: `PostgreSQL ${version}` };
}

async function migrationsFinding({ read }: Connections): Promise<Finding> {
	const about = 'migration';
	const pending = await pendingMigrations(read, migrationsFolder);
	if (pending.length === 0) return { about, state: 'ok', says: 'đủ' };
	return { about, state: 'mend', says: `thiếu ${pending.length}: chạy "npx khoabang migrate"` };
}

async function clockFinding({ read }: Connections): Promise<Finding> {
	const clock = databaseClock(read);
	await clock.measure();
	const apart = Math.abs(msBetween(systemNow(), clock.now()));
	const says = `lệch ${apart} ms so với cơ sở dữ liệu`;
	if (apart <= MOST_DRIFT_MS) return { about: 'đồng hồ', state: 'ok', says };
	return { about: 'đồng hồ', state: 'look', says: `${says}; bật đồng bộ giờ trên cả hai máy` };
}

/** With one of these off, an answer that was acknowledged may be lost with the power. */
async function durabilityFinding({ read }: Connections): Promise<Finding> {
	const names = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;
	const off: string[] = [];
	for (const name of names) if ((await settingOf(read, name)) === 'off') off.push(name);
	if (off.length === 0) return { about: 'độ bền', state: 'ok', says: 'đã ghi là còn' };
	return { about: 'độ bền', state: 'mend', says: `bật lại ${off.join(', ')} trong PostgreSQL` };
}
