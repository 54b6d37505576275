import { z } from 'zod';
import { audiences } from '#lib/units/audience.ts';
import { daySchema } from '#lib/units/day.schema.ts';
import { itemStatuses, markups, scoringSchemes } from './item.ts';
import { ITEMS_FORMAT } from './items-file.ts';

/** `khoabang import items FILE --bank CODE`, and the same by the desk. */
export const importItemsSchema = z.strictObject({
	/** Code of the bank to load into; one that is missing is made. */
	bankCode: z.string().min(1).max(100),
	text: z.string().max(50_000_000),
	fileName: z.string().default('items.json'),
	dryRun: z.boolean().default(false)
});
export type ImportItems = z.output<typeof importItemsSchema>;

const LONGEST_TEXT = 20_000;

const id = z.string().min(1).max(200);
const prose = z
	.string()
	.refine((text) => text.trim() !== '', 'empty-text')
	.refine((text) => text.length <= LONGEST_TEXT, 'text-too-long');
const title = z.string().min(1).max(2000);
const part = z.strictObject({ id, text: prose });
const option = z.strictObject({ id, text: prose, pin: z.literal('last').optional() });
const reference = z.strictObject({ id, clause: z.string().max(2000).nullable() });
const media = z.strictObject({
	id,
	kind: id,
	path: title,
	alt: title,
	sha256: z.string().regex(/^[0-9a-f]{64}$/)
});
const scoring = z.enum(scoringSchemes).optional();
const shuffle = z.boolean().optional();

const everyType = {
	id,
	stem: prose,
	markup: z.enum(markups).optional(),
	topic: id,
	level: id,
	sources: z.array(reference).min(1).optional(),
	// One source in place of a list: read, and kept as a list.
	source: reference.optional(),
	validFrom: daySchema,
	validTo: daySchema.nullable(),
	weight: z.int().min(1).max(1_000_000),
	status: z.enum(itemStatuses),
	explanation: z.string().max(LONGEST_TEXT).optional(),
	audiences: z.array(z.enum(audiences)).optional(),
	competences: z.array(id).optional(),
	enemies: z.array(id).optional(),
	tags: z.array(id).optional(),
	media: z.array(media).optional()
};

const item = z.discriminatedUnion('type', [
	z.strictObject({
		...everyType,
		type: z.literal('single'),
		options: z.array(option),
		key: id,
		shuffle
	}),
	z.strictObject({
		...everyType,
		type: z.literal('multiple'),
		options: z.array(option),
		key: z.array(id),
		shuffle,
		scoring
	}),
	z.strictObject({
		...everyType,
		type: z.literal('trueFalseGroup'),
		statements: z.array(part),
		key: z.record(id, z.boolean()),
		shuffle,
		scoring
	}),
	z.strictObject({
		...everyType,
		type: z.literal('matching'),
		left: z.array(part),
		right: z.array(part),
		key: z.record(id, id),
		shuffle,
		scoring
	}),
	z.strictObject({
		...everyType,
		type: z.literal('ordering'),
		elements: z.array(part),
		key: z.array(id),
		shuffle,
		scoring
	}),
	z.strictObject({
		...everyType,
		type: z.literal('numeric'),
		key: z.string().max(100),
		tolerance: z.string().max(100),
		unit: z.string().max(100).nullable().optional()
	}),
	z.strictObject({
		...everyType,
		type: z.literal('shortAnswer'),
		key: z.string().max(1000),
		accept: z.array(z.string().max(1000)),
		caseSensitive: z.boolean().optional(),
		ignoreDiacritics: z.boolean().optional()
	})
]);

const term = z.strictObject({ code: id, title });
const source = z.strictObject({
	id,
	number: z.string().max(200).nullable(),
	date: daySchema.nullable(),
	issuer: z.string().max(500).nullable(),
	title,
	validFrom: daySchema,
	validTo: daySchema.nullable(),
	supersededBy: z.array(id)
});

/** khoabang.items/1 (data/items README), every field and no other. */
export const itemsFileSchema = z.strictObject({
	format: z.literal(ITEMS_FORMAT),
	bank: z.strictObject({ code: id, title, language: z.string().min(2).max(35) }),
	topics: z.array(term),
	levels: z.array(term),
	sources: z.array(source),
	items: z.array(item)
});
/** As written: an item may still name one `source` in place of its list. */
export type WrittenItemsFile = z.output<typeof itemsFileSchema>;
export type WrittenItem = WrittenItemsFile['items'][number];
