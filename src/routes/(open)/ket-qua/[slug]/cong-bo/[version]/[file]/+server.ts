import { error } from '@sveltejs/kit';
import { refusalSentence } from '#lib/messages/refusal-words.ts';
import { exportPublication } from '#lib/results/export-publication.server.ts';
import { refuse } from '#lib/results/refusals.ts';
import { exportPublicationSchema } from '#lib/results/view-publication.schema.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { FINAL } from '../../../../board-asked.ts';
import type { RequestHandler } from './$types';

/** A file of a publication's public form, to keep: a version never changes. */
export const GET: RequestHandler = async (event) => {
	const { slug, version, file } = event.params;
	const round = event.url.searchParams.get('round') ?? FINAL;
	const roundKey = round === FINAL ? null : round;
	const wanted = { contestCode: slug, roundKey, version, form: 'public' };
	const input = exportPublicationSchema.safeParse(wanted);
	const bundle = input.success ? await runLoad(event, exportPublication, input.data) : null;
	const found = bundle?.files.find(({ name }) => name === file);
	if (!found) {
		const { refusal } = refuse('not-found');
		const message = refusalSentence(refusal, event.locals.language);
		error(refusal.status, { code: refusal.code, message });
	}
	return new Response(found.text, {
		headers: {
			'content-type': typeOf(file),
			'content-disposition': `attachment; filename="${found.name}"`,
			'cache-control': 'public, max-age=31536000, immutable'
		}
	});
};

function typeOf(file: string): string {
	if (file.endsWith('.json')) return 'application/json';
	return file.endsWith('.ndjson') ? 'application/x-ndjson' : 'text/plain; charset=utf-8';
}
