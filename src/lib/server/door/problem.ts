import { refusalSentence } from '#lib/messages/refusal-words.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Refusal } from '#lib/kernel/outcome.ts';

/** RFC 9457, with what the refusal knows beside it (contract §2, Errors). */
export interface Problem {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** The one translator from a refusal to an API answer. */
export function problemOf(refusal: Refusal, language: Language): Problem {
	const { code, status, facts, errors } = refusal;
	const retryAfterMs = Number(facts?.retryAfterMs ?? (code === 'busy' ? 1000 : 0));
	return {
		status,
		headers: {
			'content-type': 'application/problem+json',
			'cache-control': 'no-store',
			'content-language': language,
			...(retryAfterMs > 0 ? { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } : {})
		},
		body: JSON.stringify({
			...facts,
			type: `/problems/${code}`,
			title: refusalSentence(refusal, language),
			status,
			...(errors ? { errors } : {})
		})
	};
}
