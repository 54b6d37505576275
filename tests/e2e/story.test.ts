import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { freshDemo, type DemoDatabase } from '#tests/support/demo.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { foreignUrls } from '#tests/support/visit.ts';
import { waysIn } from '../screenshots/ways-in.ts';
import { followBoards, readParticipation, readStandings } from './story/boards.ts';
import { keysIn } from './story/keys.ts';
import { keepBank, readPlans, readUnits } from './story/plans-units-bank.ts';
import { checkPublication } from './story/publication.ts';
import { takePart } from './story/pupil.ts';
import { judge } from './story/verdicts.ts';
import type { Story } from './story/world.ts';

let demo: DemoDatabase;
let site: Site;
let story: Story;
beforeAll(async () => {
	demo = await freshDemo();
	site = await startSite({ databaseUrl: demo.url });
	story = {
		browser: await launchBrowser(),
		baseUrl: site.baseUrl,
		databaseUrl: demo.url,
		connections: demo.connections,
		wayIn: await waysIn(demo.connections, demo.access),
		devices: [],
		texts: []
	};
}, 300_000);
afterAll(async () => {
	await story?.browser.close();
	await site?.stop();
	await demo?.close();
});

test('from a plan’s sentence to its verdict: one contest, taken on a phone, counted, published and judged', async () => {
	await readPlans(story);
	await readUnits(story);
	await takePart(story);
	await followBoards(story);
	expect(await keysIn(story)).toEqual([]);
	await keepBank(story);
	await readStandings(story);
	await checkPublication(story);
	await readParticipation(story);
	await judge(story);
	expect(story.devices.flatMap(({ faults }) => faults)).toEqual([]);
	expect(story.devices.flatMap(({ failed }) => failed)).toEqual([]);
	const urls = story.devices.flatMap((device) => device.urls);
	expect(urls.length).toBeGreaterThan(100);
	expect(foreignUrls(urls, story.baseUrl)).toEqual([]);
}, 300_000);
