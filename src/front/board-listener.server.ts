import pg from 'pg';
import type { Log } from '#lib/server/log.ts';

/** The channel on which the projector tells that a round's board has a new snapshot. */
export const BOARD_CHANNEL = 'board';
const RETRY_MS = 1_000;

export interface BoardNews {
	readonly roundId: string;
	readonly watermark: number;
}

export interface BoardListener {
	/** After the first try to connect, whether it worked or not. */
	readonly ready: Promise<void>;
	stop(): Promise<void>;
}

export interface ListenTo {
	readonly url: string | undefined;
	readonly log: Log;
	onNews(news: BoardNews): void;
	/** After a connection was made (again): something may have been missed. */
	onConnected(): void;
}

/** Listens on a connection of its own, past any pooler, and comes back when the database was away. */
export function listenToBoards(to: ListenTo): BoardListener {
	let client: pg.Client | undefined;
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	function again(): void {
		client = undefined;
		if (!stopped) timer = setTimeout(() => void connect(), RETRY_MS).unref();
	}
	async function connect(): Promise<void> {
		const next = new pg.Client({ connectionString: to.url, application_name: 'khoabang-listen' });
		client = next;
		next.on('error', (error) => to.log.warn({ err: error }, 'listening connection lost'));
		next.on('end', again);
		next.on('notification', ({ payload }) => {
			const news = readNews(payload ?? '');
			if (news) to.onNews(news);
		});
		try {
			await next.connect();
			await next.query(`listen ${BOARD_CHANNEL}`);
			to.onConnected();
		} catch {
			// `end` follows when the connection was made; a refused one only throws.
			await next.end().catch(() => undefined);
			if (client === next) again();
		}
	}
	return {
		ready: to.url === undefined ? Promise.resolve() : connect(),
		async stop() {
			stopped = true;
			clearTimeout(timer);
			await client?.end().catch(() => undefined);
		}
	};
}

function readNews(payload: string): BoardNews | null {
	try {
		const { roundId, watermark } = JSON.parse(payload) as Partial<BoardNews>;
		if (typeof roundId !== 'string' || !Number.isSafeInteger(watermark)) return null;
		return { roundId, watermark: watermark as number };
	} catch {
		return null;
	}
}
