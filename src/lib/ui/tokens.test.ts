import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const here = new URL('.', import.meta.url);
const css = readFileSync(new URL('tokens.css', here), 'utf8');

function valuesAfter(selector: string): Record<string, string> {
	const start = css.indexOf(`${selector} {`);
	const block = css.slice(start, css.indexOf('}', start));
	return Object.fromEntries(
		[...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex])
	);
}
const light = valuesAfter(':root');
const dark = valuesAfter("[data-theme='dark']");

function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(hex.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
	const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
}

const texts: [string, string][] = [
	...['ink', 'ink-2', 'ink-3', 'lacquer', 'jade', 'amber', 'brick', 'indigo'].flatMap(
		(ink): [string, string][] => [
			[ink, 'paper'],
			[ink, 'sheet']
		]
	),
	['on-lacquer', 'lacquer-fill'],
	['paper', 'ink'],
	['sheet', 'jade'],
	['ink', 'lacquer-tint'],
	['lacquer', 'lacquer-tint'],
	['gold-text', 'gold-tint'],
	['ink', 'well'],
	['ink-3', 'well'],
	...['jade', 'amber', 'brick', 'indigo'].map((ink): [string, string] => [ink, `${ink}-tint`])
];

describe.each([
	['light', light],
	['dark', dark]
] as const)('in the %s theme', (_, theme) => {
	test.each(texts)('%s on %s can be read (4.5 to 1)', (ink, ground) =>
		expect(contrast(theme[ink] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
	);
	test.each(['paper', 'sheet'])('the border of a control shows on %s (3 to 1)', (ground) =>
		expect(contrast(theme['rule-strong'] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(3)
	);
});

test('following the system gives the very dark theme', () => {
	expect(valuesAfter("[data-theme='auto']")).toEqual(dark);
	expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});

const components = readdirSync(here).filter((name) => /\.(svelte|css)$/.test(name));
test.each(components.filter((name) => name !== 'tokens.css'))(
	'%s has no colour of its own and prints no style attribute',
	(name) => {
		const text = readFileSync(new URL(name, here), 'utf8');
		expect(text).not.toMatch(/#[0-9a-f]{3,8}\b(?=[^{]*;)|rgba?\(|hsla?\(/i);
		expect(text).not.toMatch(/\sstyle(=|:[\w-]+=)/);
	}
);
