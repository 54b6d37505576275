export interface CookieOptions {
	readonly path: '/';
	readonly httpOnly: true;
	readonly sameSite: 'lax';
	readonly secure: boolean;
	readonly maxAge: number;
}

/** The session cookie's attributes (contract §2, Headers). Thirty days; the server ends it earlier at sign-out or reissue. */
export function sessionCookieOptions(secure: boolean): CookieOptions {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 30 * 86_400 };
}
