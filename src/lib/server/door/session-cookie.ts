/** The session's cookie (contract §2, Headers). Its value is the raw session id; the server keeps a hash only. */
export const SESSION_COOKIE = 'kb_session';

export interface CookieOptions {
	readonly path: '/';
	readonly httpOnly: true;
	readonly sameSite: 'lax';
	readonly secure: boolean;
	readonly maxAge: number;
}

/** Thirty days; the server ends it earlier at sign-out or reissue. */
export function sessionCookieOptions(secure: boolean): CookieOptions {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 30 * 86_400 };
}
