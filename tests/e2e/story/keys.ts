import type { Story } from './world.ts';

/**
 * What of the bank's answers stands in anything that was sent to contestants so far: the explanations, and a
 * key beside a question. Boards and pages call units by a "key" too, so a key counts only next to options.
 */
export async function keysIn(story: Story): Promise<string[]> {
	const versions = await story.connections.read
		.selectFrom('itemVersion')
		.select(['itemId', 'content'])
		.execute();
	const texts = await Promise.all(story.texts);
	if (texts.every((text) => !text.includes('stem'))) throw new Error('no paper was looked at');
	const explained = versions.flatMap(({ itemId, content }) => {
		const said = (content as { explanation?: string | null }).explanation ?? '';
		return said.length > 30 && texts.some((text) => text.includes(said)) ? [itemId] : [];
	});
	const told = texts.filter((text) => /["\s,{](explanation|key)"?:[^}]*["\s,{]stem"?:/.test(text));
	return [...explained, ...told.map((text) => text.slice(0, 200))];
}
