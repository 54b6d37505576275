import { z } from 'zod';
import { isStorable, tidy } from '#lib/kernel/text.ts';
import { lineSchema } from '#lib/units/day.schema.ts';
import { purposes, type Purpose } from './consent.ts';

const asked = z.partialRecord(z.enum(purposes), z.boolean());

/** `PUT /me/consents`: yes or no to each purpose named; those not named stay as they are. */
export const giveConsentSchema = z.strictObject({
	purposes: asked,
	/** The version of the text that was shown; refused when it is no longer in force. */
	textVersion: z.string().max(40).optional()
});
export type GiveConsent = z.output<typeof giveConsentSchema>;

/** The two answers of the page; an answer that was not chosen is not sent. */
const answer = z.enum(['yes', 'no']);
export const answerConsentFormSchema = z
	.object({ take_part: answer, publish: answer, textVersion: z.string().max(40) })
	.transform(({ take_part, publish, textVersion }): GiveConsent => ({
		purposes: { take_part: take_part === 'yes', publish: publish === 'yes' },
		textVersion
	}));

const code = z.string().max(120).refine(isStorable, 'bad-text').transform(tidy);

/** Whose slip is looked for, by roster code; empty: nobody's yet. */
export const askSlipSchema = z.strictObject({ code });
export type AskSlip = z.output<typeof askSlipSchema>;

/** What a guardian said on paper, entered by the teacher or the organiser. */
export interface RecordGuardianConsent {
	/** The person's roster code. */
	readonly personCode: string;
	readonly purposes: Readonly<Partial<Record<Purpose, boolean>>>;
	readonly guardianName?: string;
	readonly guardianRelation?: string;
}

/** The slip's form: both answers, and who signed. */
export const guardianSlipFormSchema = z
	.object({
		personCode: code,
		take_part: answer,
		publish: answer,
		guardianName: lineSchema.pipe(z.string().max(200)),
		guardianRelation: lineSchema.pipe(z.string().max(100))
	})
	.transform(({ take_part, publish, ...slip }): RecordGuardianConsent => ({
		...slip,
		purposes: { take_part: take_part === 'yes', publish: publish === 'yes' }
	}));
