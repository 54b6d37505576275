import type { ServerResponse } from 'node:http';
import { eventsSince, type RoundState } from './event-id.ts';
import type { Exchange } from './exchange.ts';

/** A reader this far behind is cut off; it comes back by itself and goes on where it was. */
const MOST_UNSENT = 64 * 1024;

/** One reader of a round's events. */
export interface EventStream {
	/** Tells what is new since the last time. */
	tell(state: RoundState): void;
	comment(): void;
	/** Says goodbye and ends. */
	bye(): void;
}

/** Answers with a stream that goes on after `seen`. */
export function openStream(
	{ response }: Exchange,
	roundId: string,
	seen: RoundState | null
): EventStream {
	let known = seen;
	response.writeHead(200, {
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-store',
		'x-accel-buffering': 'no',
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin'
	});
	response.write('retry: 3000\n\n');
	return {
		tell(state) {
			for (const { kind, id } of eventsSince(known, state)) {
				const data = kind === 'round' ? { id: roundId, phase: state.phase } : boardOf(state);
				send(response, `event: ${kind}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
			}
			known = state;
		},
		comment: () => send(response, ': still here\n\n'),
		bye() {
			if (response.destroyed) return;
			response.end('event: bye\ndata: {}\n\n');
		}
	};
}

function boardOf({ watermark }: RoundState) {
	return { watermark };
}

function send(response: ServerResponse, text: string): void {
	if (response.destroyed) return;
	response.write(text);
	if (response.writableLength > MOST_UNSENT) response.destroy();
}
