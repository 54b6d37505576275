import type { Language } from '#lib/kernel/language.ts';
import { fileNotes } from '#lib/messages/files.ts';
import type { FormRefused } from '#lib/server/door/run-form.server.ts';

export interface AskedField {
	readonly name: string;
	readonly label: string;
}

/** What a field's error says: the refusal's own sentence when it is about this field, else what to mend. */
export function fieldSentence(
	refused: FormRefused | null,
	{ name, label }: AskedField,
	language: Language
): string | undefined {
	const error = refused?.errors.find(({ pointer }) => pointer === `/${name}`);
	if (!refused || !error) return undefined;
	if (error.code === refused.code) return refused.message;
	const isBlank = (refused.values[name] ?? '') === '';
	const notes = fileNotes[language];
	const note = notes[error.detail ?? ''] ?? notes[isBlank ? 'missing-field' : 'bad-field'];
	return note?.({ field: label });
}
