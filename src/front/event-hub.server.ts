import { roundPhase } from '#lib/contest/round-phase.ts';
import { anonymous } from '#lib/identity/actor.ts';
import { epochMs } from '#lib/kernel/instant.ts';
import type { Clock } from '#lib/server/clock.ts';
import type { Config } from '#lib/server/config.ts';
import { refuse } from '#lib/server/door/refusals.ts';
import { runView, type Door } from '#lib/server/door/run.server.ts';
import { viewRoundState, type RoundStateShown } from '#lib/standings/view-round-state.server.ts';
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
	readonly roundId: string;
	round: RoundStateShown;
	readonly readers: Set<EventStream>;
	timer: NodeJS.Timeout | undefined;
}

type Channels = Map<string, Channel>;

const COMMENT_MS = 15_000;
/** A round is read anew this often at least, for its times may be moved. */
const LOOK_AGAIN_MS = 5_000;

export async function createEventHub(on: HubDependencies): Promise<EventHub> {
	const channels: Channels = new Map();
	const listener = listenToBoards({
		url: on.config.databaseDirectUrl ?? on.config.databaseUrl,
		log: on.door.log,
		onNews: (news) => hear(on, channels.get(news.roundId), news),
		onConnected: () => {
			for (const channel of channels.values()) void refresh(on, channel);
		}
	});
	await listener.ready;
	const comments = setInterval(() => {
		for (const { readers } of channels.values()) for (const reader of readers) reader.comment();
	}, COMMENT_MS).unref();
	return {
		open: (exchange) => openIn(on, channels, exchange),
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

function hear(on: HubDependencies, channel: Channel | undefined, { watermark }: BoardNews): void {
	if (!channel || watermark <= channel.round.watermark) return;
	channel.round = { ...channel.round, watermark };
	tellAll(on, channel);
}

async function openIn(on: HubDependencies, channels: Channels, exchange: Exchange): Promise<void> {
	const roundId = exchange.params.roundId ?? '';
	const found = channels.get(roundId) ?? (await channelOf(on, roundId));
	if (!found) return replyProblem(exchange, refuse('not-found').refusal);
	// Somebody else may have opened it while this one read.
	const channel = channels.get(roundId) ?? found;
	channels.set(roundId, channel);
	if (channel.readers.size === 0) schedule(on, channel);
	const last = exchange.request.headers['last-event-id'];
	const reader = openStream(exchange, roundId, readId(typeof last === 'string' ? last : ''));
	channel.readers.add(reader);
	exchange.response.on('close', () => {
		channel.readers.delete(reader);
		if (channel.readers.size > 0) return;
		clearTimeout(channel.timer);
		if (channels.get(roundId) === channel) channels.delete(roundId);
	});
	reader.tell(stateOf(on, channel));
}

async function channelOf(on: HubDependencies, roundId: string): Promise<Channel | undefined> {
	const round = await look(on, roundId);
	return round && { roundId, round, readers: new Set(), timer: undefined };
}

async function look(on: HubDependencies, roundId: string): Promise<RoundStateShown | undefined> {
	const nobody = { actor: anonymous, at: on.clock.now(), language: 'vi' } as const;
	const outcome = await runView(on.door, nobody, viewRoundState, { roundId });
	return outcome.ok ? outcome.value : undefined;
}

async function refresh(on: HubDependencies, channel: Channel): Promise<void> {
	try {
		const round = await look(on, channel.roundId);
		const watermark = Math.max(channel.round.watermark, round?.watermark ?? 0);
		if (round) channel.round = { ...round, watermark };
	} catch (error) {
		on.door.log.warn({ err: error }, 'round not read for its events');
	}
	tellAll(on, channel);
	if (channel.readers.size > 0) schedule(on, channel);
}

function tellAll(on: HubDependencies, channel: Channel): void {
	const state = stateOf(on, channel);
	for (const reader of channel.readers) reader.tell(state);
}

/** The phase is a function of time, not of when the round was read. */
function stateOf({ clock }: HubDependencies, { round }: Channel): RoundState {
	return { watermark: round.watermark, phase: roundPhase(round, clock.now()) };
}

/** Looks again at the round's next boundary, or sooner. */
function schedule(on: HubDependencies, channel: Channel): void {
	clearTimeout(channel.timer);
	const now = epochMs(on.clock.now());
	const ahead = [channel.round.opensAt, channel.round.closesAt]
		.map((boundary) => epochMs(boundary) - now)
		.filter((ms) => ms > 0);
	const wait = Math.min(LOOK_AGAIN_MS, ...ahead) + 1;
	channel.timer = setTimeout(() => void refresh(on, channel), wait).unref();
}
