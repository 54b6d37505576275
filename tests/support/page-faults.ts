import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What the accessibility checker holds against the page as it is now; `rules` narrows it. */
export async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
	const builder = new AxeBuilder({ page: page as never });
	if (rules) builder.withRules(rules);
	const { violations } = await builder.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** How far the page can be pushed sideways, in CSS pixels. */
export function sidewaysRoom(page: Page): Promise<number> {
	return page.evaluate(() => {
		const root = document.scrollingElement ?? document.documentElement;
		return root.scrollWidth - root.clientWidth;
	});
}

/** Things to press that are smaller than 44 px; links inside running sentences are as high as their line. */
export function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const inSentence = (element: Element) =>
			getComputedStyle(element).display === 'inline' &&
			[...(element.parentElement?.childNodes ?? [])].some(
				(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
			);
		/* What carries a hidden radio or checkbox is its label. */
		const pressed = (element: Element) =>
			element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type)
				? (element.labels?.[0] ?? element)
				: element;
		const small: string[] = [];
		for (const element of document.querySelectorAll(
			'a[href], button, input:not([type="hidden"]), select, textarea, summary'
		)) {
			const { width, height, right, bottom } = pressed(element).getBoundingClientRect();
			const shown =
				element.checkVisibility() && width > 1 && height > 1 && right > 0 && bottom > -scrollY;
			if (!shown || inSentence(element) || (width >= 43.5 && height >= 43.5)) continue;
			small.push(`${Math.round(width)}×${Math.round(height)} ${element.outerHTML.slice(0, 120)}`);
		}
		return small;
	});
}

/** Walks the first things in the page by the Tab key; answers those that do not show they have the focus. */
export async function unseenFocus(page: Page, steps: number): Promise<string[]> {
	const unseen: string[] = [];
	for (let step = 0; step < steps; step++) {
		await page.keyboard.press('Tab');
		const found = await page.evaluate(() => {
			const focused = document.activeElement;
			if (!focused || focused === document.body) return null;
			const around = [focused, focused.parentElement, focused.nextElementSibling];
			const seen = around.some((each) => {
				const style = each && getComputedStyle(each);
				return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
			});
			return seen ? null : focused.outerHTML.slice(0, 120);
		});
		if (found) unseen.push(found);
	}
	return unseen;
}
