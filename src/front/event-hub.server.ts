import { findRound, type RoundOfContest } from '#lib/contest/contests.reads.server.ts';
import { roundPhase } from '#lib/contest/round-phase.ts';
import { epochMs } from '#lib/kernel/instant.ts';
import type { Clock } from '#lib/server/clock.ts';
import type { Config } from '#lib/server/config.ts';
import { refuse } from '#lib/server/door/refusals.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import { listenToBoards, type BoardNews } from './board-listener.server.ts';
import { readId, type RoundState } from './event-id.ts';
import { openStream, type EventStream } from './event-stream.ts';
import { replyProblem, type Exchange } from './exchange.ts';

/** Who reads which round's events, and what there is to tell them (contract §2, Events). */
export interface EventHub {
	open(exchange: Exchange): Promise<void>;
	stop(): Promise<void>;
}

interface HubDependencies {
	readonly door: Door;
	readonly clock: Clock;
	readonly config: Pick<Config, 'databaseUrl' | 'databaseDirectUrl'>;
}

/** A round somebody reads; forgotten with its last reader. */
interface Channel {
	round: RoundOfContest;
	watermark: number;
	readonly readers: Set<EventStream>;
	timer: NodeJS.Timeout | undefined;
}

const COMMENT_MS = 15_000;
/** Phases are looked at this often at least, for a round's times may be moved. */
const LOOK_AGAIN_MS = 30_000;

export async function createEventHub(on: HubDependencies): Promise<EventHub> {
	const channels = new Map<string, Channel>();
	const tellAll = (channel: Channel) => {
		const state = stateOf(on, channel);
		for (const reader of channel.readers) reader.tell(state);
	};
	const refresh = async (channel: Channel) => {
		channel.round = (await findRound(on.door.connections.read, channel.round.id)) ?? channel.round;
		tellAll(channel);
		schedule(on, channel, refresh);
	};
	const listener = listenToBoards({
		url: on.config.databaseDirectUrl ?? on.config.databaseUrl,
		log: on.door.log,
		onNews: ({ roundId, watermark }: BoardNews) => {
			const channel = channels.get(roundId);
			if (!channel) return;
			channel.watermark = Math.max(channel.watermark, watermark);
			tellAll(channel);
		},
		onConnected: () => undefined
	});
	const comments = setInterval(() => {
		for (const { readers } of channels.values()) for (const reader of readers) reader.comment();
	}, COMMENT_MS).unref();
	return {
		open: (exchange) => openIn(on, { channels, refresh }, exchange),
		async stop() {
			clearInterval(comments);
			for (const channel of channels.values()) {
				clearTimeout(channel.timer);
				for (const reader of channel.readers) reader.bye();
			}
			channels.clear();
			await listener.stop();
		}
	};
}

type Refresh = (channel: Channel) => Promise<void>;
interface Open {
	readonly channels: Map<string, Channel>;
	readonly refresh: Refresh;
}

async function openIn(on: HubDependencies, { channels, refresh }: Open, exchange: Exchange) {
	const roundId = exchange.params.roundId ?? '';
	const known = channels.get(roundId);
	const channel = known ?? (await channelOf(on, roundId));
	if (!channel) return replyProblem(exchange, refuse('not-found').refusal);
	const joined = channels.get(roundId) ?? channel;
	channels.set(roundId, joined);
	if (joined.readers.size === 0) schedule(on, joined, refresh);
	const last = exchange.request.headers['last-event-id'];
	const reader = openStream(exchange, roundId, readId(typeof last === 'string' ? last : ''));
	joined.readers.add(reader);
	exchange.response.on('close', () => {
		joined.readers.delete(reader);
		if (joined.readers.size > 0) return;
		clearTimeout(joined.timer);
		channels.delete(roundId);
	});
	reader.tell(stateOf(on, joined));
}

async function channelOf(on: HubDependencies, roundId: string): Promise<Channel | undefined> {
	const round = await findRound(on.door.connections.read, roundId);
	return round && { round, watermark: 0, readers: new Set(), timer: undefined };
}

function stateOf({ clock }: HubDependencies, channel: Channel): RoundState {
	return { watermark: channel.watermark, phase: roundPhase(channel.round, clock.now()) };
}

/** Looks again at the round's next boundary, or sooner. */
function schedule(on: HubDependencies, channel: Channel, refresh: Refresh): void {
	clearTimeout(channel.timer);
	const now = epochMs(on.clock.now());
	const ahead = [channel.round.opensAt, channel.round.closesAt]
		.map((boundary) => epochMs(boundary) - now)
		.filter((ms) => ms > 0);
	const wait = Math.min(LOOK_AGAIN_MS, ...ahead) + 1;
	channel.timer = setTimeout(() => {
		refresh(channel).catch((error) => {
			on.door.log.warn({ err: error }, 'round not read for its events');
			schedule(on, channel, refresh);
		});
	}, wait).unref();
}
