import type { Outcome, Refusal } from '#lib/kernel/outcome.ts';
import type { ReadContextOf, WriteContextOf } from '#lib/server/door/context.ts';
import type { Actor } from './actor.ts';

export type ReadContext = ReadContextOf<Actor>;
export type WriteContext = WriteContextOf<Actor>;
export type View<I, O, R extends Refusal = Refusal> = (
	ctx: ReadContext,
	input: I
) => Promise<Outcome<O, R>>;
export type UseCase<I, O, R extends Refusal = Refusal> = (
	ctx: WriteContext,
	input: I
) => Promise<Outcome<O, R>>;
