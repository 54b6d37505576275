/** How a reader wants the pages: three cookies, read by the hooks into `<html data-theme data-size lang>`. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const textSizes = ['100', '115', '130'] as const;
export type TextSize = (typeof textSizes)[number];

export const themeCookie = 'kb_theme';
export const languageCookie = 'kb_language';
export const textSizeCookie = 'kb_size';

/** The saved theme, else `auto`, which follows the system. */
export function readTheme(text: string | undefined): Theme {
	return themes.find((theme) => theme === text) ?? 'auto';
}

/** The saved size in per cent, else 100. */
export function readTextSize(text: string | undefined): TextSize {
	return textSizes.find((size) => size === text) ?? '100';
}

/**
 * A path of this site to go back to, percent-encoded for a `Location` header; else `/`: no other host,
 * no scheme, no backslash, no control sign.
 */
export function ownPath(text: unknown): string {
	if (typeof text !== 'string' || text.length > 2000) return '/';
	if (!/^\/(?![/\\])[^\\\p{Cc}\p{Cs}]*$/u.test(text)) return '/';
	return text.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}
