import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLOSES_AT, later, OPEN, takingWorld, type TakingWorld } from '../taking/world.ts';
import { frontServer, type FrontServer } from './front-server.ts';

let world: TakingWorld;
let server: FrontServer;
beforeAll(async () => {
	world = await takingWorld();
	server = await frontServer(world, OPEN);
});
afterAll(async () => {
	await server.close();
	await world.close();
});

/** Reads a stream until it has seen `until`, and gives all its text. */
async function listen(until: string, lastId?: string) {
	const reply = await fetch(`${server.origin}/api/v1/rounds/${world.roundId}/events`, {
		headers: lastId === undefined ? {} : { 'last-event-id': lastId }
	});
	const reader = (reply.body as ReadableStream<Uint8Array>).getReader();
	const utf8 = new TextDecoder();
	let text = '';
	const wait = async () => {
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			text += utf8.decode(next.value, { stream: true });
			if (text.includes(until)) break;
		}
		return text;
	};
	return { reply, wait, text: () => text };
}

async function tellBoard(watermark: number): Promise<void> {
	const payload = JSON.stringify({ roundId: world.roundId, watermark });
	await world.connections.pool.query('select pg_notify($1, $2)', ['board', payload]);
}

test('an unknown round has no events', async () => {
	expect((await server.call(null, 'GET', '/rounds/r1/events')).body.type).toBe(
		'/problems/not-found'
	);
});

test('a reader hears the phase at once and each new board, and goes on after the last id', async () => {
	const first = await listen('event: board');
	expect(first.reply.headers.get('content-type')).toMatch(/^text\/event-stream/);
	await tellBoard(7);
	const text = await first.wait();
	expect(text).toContain(
		`event: round\nid: 0.open\ndata: {"id":"${world.roundId}","phase":"open"}`
	);
	expect(text).toContain('event: board\nid: 7.open\ndata: {"watermark":7}');
	const second = await listen('event: board', '7.open');
	await tellBoard(6);
	await tellBoard(8);
	const more = await second.wait();
	expect(more).not.toContain('event: round');
	expect(more.match(/event: board/g)).toHaveLength(1);
	expect(more).toContain('id: 8.open');
});

test('a reader hears that the round has closed', async () => {
	server.setTime(later(-1_000, CLOSES_AT));
	const reader = await listen('"phase":"closed"');
	server.setTime(CLOSES_AT);
	expect(await reader.wait()).toContain('event: round\nid:');
	server.setTime(OPEN);
});

test('every reader hears bye before the server closes, and the server closes at once', async () => {
	const one = await frontServer(world, OPEN);
	const reply = await fetch(`${one.origin}/api/v1/rounds/${world.roundId}/events`);
	const text = reply.text();
	await one.front.stop();
	expect(await text).toMatch(/event: bye\ndata: \{\}\n\n$/);
	await one.close();
});
