import type { Instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Outcome, Refusal } from '#lib/kernel/outcome.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import type { ReadDb, WriteDb } from '../db/client.ts';

/** Keys of this instance, derived from its secret; they never leave the server. */
export interface InstanceKeys {
	readonly card: Uint8Array;
	readonly token: Uint8Array;
}

interface Context<Actor> {
	readonly actor: Actor;
	/** The one instant of this request. */
	readonly at: Instant;
	readonly language: Language;
	readonly keys: InstanceKeys;
}

export interface ReadContextOf<Actor> extends Context<Actor> {
	readonly db: ReadDb;
}

export interface WriteContextOf<Actor> extends Context<Actor> {
	readonly tx: WriteDb;
	readonly random: RandomSource;
}

export type ViewOf<Actor, Input, Value, R extends Refusal = Refusal> = (
	ctx: ReadContextOf<Actor>,
	input: Input
) => Promise<Outcome<Value, R>>;

export type UseCaseOf<Actor, Input, Value, R extends Refusal = Refusal> = (
	ctx: WriteContextOf<Actor>,
	input: Input
) => Promise<Outcome<Value, R>>;
