import type { Browser } from 'playwright-core';
import type { Connections } from '#lib/server/db/client.ts';
import { phoneSize, signIn, visit, type Device } from '#tests/support/visit.ts';
import type { Who } from '../../screenshots/screens.ts';
import type { WayIn } from '../../screenshots/ways-in.ts';

/** The demo as the story finds it, and every browser that has taken part in it. */
export interface Story {
	readonly browser: Browser;
	readonly baseUrl: string;
	readonly databaseUrl: string;
	readonly connections: Connections;
	readonly wayIn: WayIn;
	readonly devices: Device[];
	/** Texts of all that the server sent to a browser: the tests look for keys in them. */
	readonly texts: Promise<string>[];
}

/** A browser of nobody yet, on a phone or on a desk. */
export async function device(story: Story, on: 'phone' | 'desk'): Promise<Device> {
	const size = on === 'phone' ? phoneSize : undefined;
	const made = await visit(story.browser, { baseUrl: story.baseUrl, size });
	made.context.on('response', (response) => {
		// A stream of events never ends; boards hold no question.
		if (/^(text\/html|application\/json)/.test(response.headers()['content-type'] ?? ''))
			story.texts.push(response.text().catch(() => ''));
	});
	story.devices.push(made);
	return made;
}

/** The browser of somebody at work, signed in. */
export async function deskOf(story: Story, who: Who): Promise<Device> {
	const made = await device(story, 'desk');
	await signIn(made, story.baseUrl, story.wayIn(who));
	return made;
}
