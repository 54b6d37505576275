import type { ControlledTransaction } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Outcome, Refusal } from '#lib/kernel/outcome.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import type { Connections } from '../db/client.ts';
import type { DB } from '../db/tables.ts';
import type { Log } from '../log.ts';
import { recordAudit, type AuditedActor } from './audit.server.ts';
import type { InstanceKeys, UseCaseOf, ViewOf } from './context.ts';

/** What the door stands on; made once per process (src/runtime.server.ts). */
export interface Door {
	readonly connections: Connections;
	readonly random: RandomSource;
	readonly keys: InstanceKeys;
	readonly log: Log;
}

/** Who asks, when, and in which language: the same for every use case of one request. */
export interface Caller<Actor extends AuditedActor> {
	readonly actor: Actor;
	readonly at: Instant;
	readonly language: Language;
}

/** Looks through the read-only pool; a view cannot write. */
export function runView<A extends AuditedActor, I, O, R extends Refusal>(
	door: Door,
	caller: Caller<A>,
	view: ViewOf<A, I, O, R>,
	input: I
): Promise<Outcome<O, R>> {
	return view({ ...caller, keys: door.keys, db: door.connections.read }, input);
}

const DEADLOCK_OR_SERIALIZATION = new Set(['40P01', '40001']);

/**
 * Opens the transaction, runs the use case, and commits on ok or on a refusal that says `keep`; any other
 * refusal and any throw rolls back. A staff write leaves its audit entry in the same transaction. A deadlock
 * that PostgreSQL broke is tried again, at most twice: nothing of it was written.
 */
export async function runUseCase<A extends AuditedActor, I, O, R extends Refusal>(
	door: Door,
	caller: Caller<A>,
	useCase: UseCaseOf<A, I, O, R>,
	input: I
): Promise<Outcome<O, R>> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await once(door, caller, useCase, input);
		} catch (error) {
			if (attempt >= 3 || !DEADLOCK_OR_SERIALIZATION.has(codeOf(error))) throw error;
		}
	}
}

async function once<A extends AuditedActor, I, O, R extends Refusal>(
	door: Door,
	caller: Caller<A>,
	useCase: UseCaseOf<A, I, O, R>,
	input: I
): Promise<Outcome<O, R>> {
	const tx: ControlledTransaction<DB> = await door.connections.write.startTransaction().execute();
	try {
		const outcome = await useCase({ ...caller, keys: door.keys, random: door.random, tx }, input);
		if (!outcome.ok && !outcome.refusal.keep) {
			await tx.rollback().execute();
			return outcome;
		}
		if (outcome.ok) await recordAudit(tx, caller, useCase.name, input);
		await tx.commit().execute();
		return outcome;
	} catch (error) {
		// A broken connection cannot roll back; PostgreSQL already has.
		await tx
			.rollback()
			.execute()
			.catch(() => undefined);
		throw error;
	}
}

function codeOf(error: unknown): string {
	return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
