import { expect, test } from 'vitest';
import { createGate } from './gate.ts';

/** Work that ends when told to. */
function held() {
	let end: (value: string) => void = () => undefined;
	const work = new Promise<string>((resolve) => (end = resolve));
	return { work: () => work, end };
}

test('only so many run at once, the others wait their turn', async () => {
	const gate = createGate({ running: 1, waiting: 5 });
	const first = held();
	const order: string[] = [];
	const one = gate.run(first.work).then((value) => order.push(String(value?.value)));
	const two = gate.run(async () => 'second').then((value) => order.push(String(value?.value)));
	await Promise.resolve();
	expect([gate.running(), gate.waiting()]).toEqual([1, 1]);
	first.end('first');
	await Promise.all([one, two]);
	expect(order).toEqual(['first', 'second']);
	expect([gate.running(), gate.waiting()]).toEqual([0, 0]);
});

test('above the line nobody is let in, and nothing of it runs', async () => {
	const gate = createGate({ running: 1, waiting: 0 });
	const first = held();
	const one = gate.run(first.work);
	let ran = false;
	expect(await gate.run(async () => (ran = true))).toBeNull();
	expect(ran).toBe(false);
	first.end('done');
	expect(await one).toEqual({ value: 'done' });
	expect(await gate.run(async () => 'again')).toEqual({ value: 'again' });
});

test('work that fails makes room for the next', async () => {
	const gate = createGate({ running: 1, waiting: 1 });
	await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await gate.run(async () => 'yes')).toEqual({ value: 'yes' });
});
