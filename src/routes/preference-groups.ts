import { languages, type Language } from '#lib/kernel/language.ts';
import { uiWords } from '#lib/messages/ui.ts';
import { textSizes, themes, type TextSize, type Theme } from '#lib/ui/preferences.ts';

interface Chosen {
	readonly language: Language;
	readonly theme: Theme;
	readonly size: TextSize;
}

/** The three choices of a reader, in words, for the Preferences form. */
export function preferenceGroups({ language, theme, size }: Chosen) {
	const w = uiWords[language].preferences;
	return [
		{
			name: 'size',
			label: w.size,
			value: size,
			options: textSizes.map((value) => ({ value, label: w.sizes[value] }))
		},
		{
			name: 'theme',
			label: w.theme,
			value: theme,
			options: themes.map((value) => ({ value, label: w.themes[value] }))
		},
		{
			name: 'language',
			label: w.language,
			value: language,
			options: languages.map((value) => ({ value, label: w.languages[value] }))
		}
	];
}
