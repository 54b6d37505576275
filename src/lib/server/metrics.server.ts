import { sql } from 'kysely';
import type { ReadDb } from './db/client.ts';

export interface Gauge {
	readonly name: string;
	readonly help: string;
	readonly values: readonly {
		readonly labels?: Readonly<Record<string, string>>;
		readonly value: number;
	}[];
}

/** What this process and its database say of themselves; sums only, nothing about a person. */
export async function listGauges(db: ReadDb): Promise<Gauge[]> {
	const { rows: outbox } = await sql<{ consumer: string; amount: number }>`
		select consumer, count(*) as amount from outbox group by consumer order by consumer
	`.execute(db);
	const { rows: connections } = await sql<{ state: string; amount: number }>`
		select coalesce(state, 'none') as state, count(*) as amount from pg_stat_activity
		where datname = current_database() group by 1 order by 1
	`.execute(db);
	return [
		gauge('process_resident_memory_bytes', 'Memory of this process.', process.memoryUsage.rss()),
		gauge(
			'process_uptime_seconds',
			'Seconds since this process began.',
			Math.floor(process.uptime())
		),
		{
			name: 'khoabang_outbox_rows',
			help: 'Happenings that a consumer has not folded yet.',
			values: outbox.map(({ consumer, amount }) => ({ labels: { consumer }, value: amount }))
		},
		{
			name: 'khoabang_database_connections',
			help: 'Connections to the database by state.',
			values: connections.map(({ state, amount }) => ({ labels: { state }, value: amount }))
		}
	];
}

function gauge(name: string, help: string, value: number): Gauge {
	return { name, help, values: [{ value }] };
}

/** The Prometheus text format, version 0.0.4. */
export function prometheusText(gauges: readonly Gauge[]): string {
	return gauges
		.flatMap(({ name, help, values }) => [
			`# HELP ${name} ${help}`,
			`# TYPE ${name} gauge`,
			...values.map(({ labels, value }) => `${name}${labelText(labels ?? {})} ${value}`)
		])
		.concat('')
		.join('\n');
}

function labelText(labels: Readonly<Record<string, string>>): string {
	const pairs = Object.entries(labels).map(
		([key, value]) =>
			`${key}="${value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`
	);
	return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
