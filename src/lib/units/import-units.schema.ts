import { z } from 'zod';
import type { Day } from '#lib/kernel/instant.ts';
import { daySchema, keySchema, lineSchema } from './day.schema.ts';
import type { UnitEventRecord, UnitRecord } from './unit-record.ts';
import { schoolLevels, unitEventKinds, unitKinds, unitTrees } from './unit.ts';

/** `khoabang import units FILE`. */
export const importUnitsSchema = z.strictObject({
	text: z.string().max(50_000_000),
	fileName: z.string().default('units.json'),
	dryRun: z.boolean().default(false)
});
export type ImportUnits = z.output<typeof importUnitsSchema>;

const unit = z
	.strictObject({
		key: keySchema,
		kind: z.enum(unitKinds),
		code: lineSchema.optional(),
		levels: z.array(z.enum(schoolLevels)).default([]),
		names: z
			.array(z.strictObject({ name: lineSchema, from: daySchema, to: daySchema.optional() }))
			.min(1),
		edges: z.array(
			z.strictObject({
				tree: z.enum(unitTrees),
				parent: keySchema,
				from: daySchema,
				to: daySchema.optional()
			})
		),
		opened: daySchema.optional(),
		closed: daySchema.optional()
	})
	.transform((read): UnitRecord => {
		const closed = read.closed ?? null;
		const until = <T extends { to?: Day | undefined }>(part: T) => ({
			...part,
			to: part.to ?? closed
		});
		const starts = [...read.names, ...read.edges].map((part) => part.from).sort();
		return {
			...{ key: read.key, kind: read.kind, code: read.code ?? null, levels: read.levels },
			opened: read.opened ?? (starts[0] as Day),
			closed,
			names: read.names.map(until),
			edges: read.edges.map(until)
		};
	});

const event = z
	.strictObject({
		id: keySchema,
		kind: z.enum(unitEventKinds),
		effectiveOn: daySchema,
		legalBasis: lineSchema,
		from: z.array(keySchema).min(1),
		to: z.array(keySchema).min(1),
		note: lineSchema.optional()
	})
	.transform((read): UnitEventRecord => ({ ...read, note: read.note ?? null }));

/** khoabang.units/1 (contract §3). A part without `to` ends when its unit closes. */
export const unitsFileSchema = z.strictObject({
	format: z.literal('khoabang.units/1'),
	units: z.array(unit),
	events: z.array(event).default([])
});
export type UnitsFile = z.output<typeof unitsFileSchema>;
