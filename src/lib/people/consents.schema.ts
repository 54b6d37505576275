import { z } from 'zod';
import { purposes } from './consent.ts';

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

/** What a guardian said on paper, entered by the teacher or the organiser. */
export const recordGuardianConsentSchema = z.strictObject({
	personId: z.uuid(),
	purposes: asked,
	guardianName: z.string().trim().max(200).optional(),
	guardianRelation: z.string().trim().max(100).optional()
});
export type RecordGuardianConsent = z.output<typeof recordGuardianConsentSchema>;

/** Ends what stands for a purpose, whoever gave it. */
export const withdrawConsentSchema = z.strictObject({
	personId: z.uuid(),
	purpose: z.enum(purposes),
	voice: z.enum(['own', 'guardian'])
});
export type WithdrawConsent = z.output<typeof withdrawConsentSchema>;
