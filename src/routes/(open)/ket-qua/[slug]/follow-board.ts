/** Where a board's latest snapshot is, and who hears of it. */
export interface FollowedBoard<Standings> {
	readonly roundId: string;
	/** Of `GET /rounds/{id}/standings`: the very page that is shown. */
	readonly query: string;
	onBoard(standings: Standings): void;
	/** The round opened or closed: everything may look different. */
	onPhase(): void;
}

/** Boards may move many times a second; a page looks this often at most. */
const LEAST_WAIT_MS = 2_000;

/**
 * Follows a round's events in the browser (contract §2, Events) and reads its board anew, with the ETag of what
 * it has, when a `board` event comes. Answers how to stop. Whatever fails leaves the page as it was.
 */
export function followBoard<Standings>(board: FollowedBoard<Standings>): () => void {
	const address = `/api/v1/rounds/${encodeURIComponent(board.roundId)}`;
	const events = new EventSource(`${address}/events`);
	const read = readerOf<Standings>(`${address}/standings?${board.query}`, board.onBoard);
	let timer: ReturnType<typeof setTimeout> | undefined;
	events.addEventListener('board', () => {
		timer ??= setTimeout(() => {
			timer = undefined;
			void read();
		}, LEAST_WAIT_MS);
	});
	let phase: string | null = null;
	events.addEventListener('round', (event) => {
		const told = (JSON.parse(event.data as string) as { phase: string }).phase;
		if (phase !== null && told !== phase) board.onPhase();
		phase = told;
	});
	return () => {
		clearTimeout(timer);
		events.close();
	};
}

function readerOf<Standings>(address: string, onBoard: (standings: Standings) => void) {
	let etag: string | null = null;
	return async () => {
		try {
			const headers: HeadersInit = etag === null ? {} : { 'if-none-match': etag };
			const answer = await fetch(address, { headers, cache: 'no-store' });
			if (answer.status !== 200) return;
			etag = answer.headers.get('etag');
			onBoard((await answer.json()) as Standings);
		} catch {
			// The network is away: the next event asks again.
		}
	};
}
