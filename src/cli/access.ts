import fs from 'node:fs';
import path from 'node:path';

/** The demo's ways in, made by chance for each instance and kept with mode 0600 in KHOABANG_HOME. */
export interface Access {
	/** A sign-in card of one pupil, as the card shows it. */
	readonly card: string;
	readonly accounts: readonly AccessAccount[];
}

export interface AccessAccount {
	readonly role: string;
	readonly username: string;
	readonly password: string;
}

export function accessFile(home: string): string {
	return path.join(home, 'access.json');
}

export function findAccess(home: string): Access | undefined {
	const file = accessFile(home);
	if (!fs.existsSync(file)) return undefined;
	return JSON.parse(fs.readFileSync(file, 'utf8')) as Access;
}

export function writeAccess(home: string, access: Access): void {
	const file = accessFile(home);
	fs.mkdirSync(home, { recursive: true });
	fs.writeFileSync(`${file}.new`, `${JSON.stringify(access, null, '\t')}\n`, { mode: 0o600 });
	fs.renameSync(`${file}.new`, file);
}

const ROLES: Readonly<Record<string, string>> = {
	organiser: 'ban tổ chức',
	'school-head': 'hiệu trưởng',
	official: 'cán bộ theo dõi'
};

export function accessLines(access: Access): string[] {
	return [
		`  ${'thẻ dự thi'.padEnd(18)}${access.card}`,
		...access.accounts.map(
			({ role, username, password }) =>
				`  ${(ROLES[role] ?? role).padEnd(18)}${username}  ${password}`
		)
	];
}
