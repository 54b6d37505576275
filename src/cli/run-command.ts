import type { z } from 'zod';
import { CannotRun, WrongUsage } from './command.ts';
import { withInstanceDatabase } from './instance-database.ts';
import { instanceSecret } from './instance-secret.ts';
import { migrationsFolder } from './paths.ts';
import { operator, type Actor } from '#lib/identity/actor.ts';
import type { Facts, Outcome, Refusal } from '#lib/kernel/outcome.ts';
import { refusalSentence } from '#lib/messages/refusal-words.ts';
import { databaseClock } from '#lib/server/clock.ts';
import { instanceKeys, readConfig } from '#lib/server/config.ts';
import { pendingMigrations } from '#lib/server/db/migrate.server.ts';
import type { UseCaseOf, ViewOf } from '#lib/server/door/context.ts';
import { runUseCase, runView, type Caller, type Door } from '#lib/server/door/run.server.ts';
import { validate } from '#lib/server/door/validate.ts';
import { createLog } from '#lib/server/log.ts';
import { realRandom } from '#lib/server/random.ts';

/** What a command prints is Vietnamese, as every domain error (architecture §5.11). */
export const COMMAND_LANGUAGE = 'vi';

type Sentences = Readonly<Record<string, (facts: Facts) => string>>;

/** What a command calls: its input's schema, the use case, and how the room says no. */
export interface Called<S extends z.ZodType, Run> {
	readonly schema: S;
	readonly run: Run;
	readonly refusals: Sentences;
}

/** Runs one use case as the local operator; a refusal becomes its sentence and exit 1. */
export async function runCommand<S extends z.ZodType, O, R extends Refusal>(
	{ schema, run, refusals }: Called<S, UseCaseOf<Actor, z.output<S>, O, R>>,
	input: unknown
): Promise<O> {
	const value = checked(schema, input);
	const outcome = await behindDoor((door, caller) => runUseCase(door, caller, run, value));
	return valueOf(outcome, refusals);
}

/** The same for a view. */
export async function runCommandView<S extends z.ZodType, O, R extends Refusal>(
	{ schema, run, refusals }: Called<S, ViewOf<Actor, z.output<S>, O, R>>,
	input: unknown
): Promise<O> {
	const value = checked(schema, input);
	return valueOf(await behindDoor((door, caller) => runView(door, caller, run, value)), refusals);
}

/** What does not fit was typed wrong: exit 2, each option by its name. */
function checked<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
	const valid = validate(schema, input, COMMAND_LANGUAGE);
	if (valid.ok) return valid.value;
	const lines = (valid.refusal.errors ?? []).map(
		({ pointer, detail, code }) => `${pointer.slice(1)}: ${detail ?? code}`
	);
	throw new WrongUsage(lines.join('\n'));
}

function behindDoor<T>(ask: (door: Door, caller: Caller<Actor>) => Promise<T>): Promise<T> {
	const config = readConfig();
	return withInstanceDatabase(async (connections) => {
		const pending = await pendingMigrations(connections.read, migrationsFolder);
		if (pending.length > 0)
			throw new CannotRun(
				`the database lacks ${pending.length} migrations: run "npx khoabang migrate" first`
			);
		const clock = databaseClock(connections.read);
		await clock.measure();
		const keys = instanceKeys(instanceSecret(config));
		const door = { connections, random: realRandom, keys, log: createLog(config.logLevel) };
		return ask(door, { actor: operator, at: clock.now(), language: COMMAND_LANGUAGE });
	});
}

function valueOf<O>(outcome: Outcome<O>, refusals: Sentences): O {
	if (outcome.ok) return outcome.value;
	const { code, facts = {} } = outcome.refusal;
	const own = refusals[code];
	throw new CannotRun(own ? own(facts) : refusalSentence(outcome.refusal, COMMAND_LANGUAGE));
}
