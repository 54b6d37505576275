import type { PublicationHead } from '#lib/results/publications.reads.server.ts';
import { FINAL } from '../../board-asked.ts';

/** The files of a public bundle, in the order people read them. */
export const bundleFiles = [
	{ name: 'contest.json', word: 'contest' },
	{ name: 'attempts.ndjson', word: 'attempts' },
	{ name: 'standings.json', word: 'standings' },
	{ name: 'SHA256SUMS', word: 'sums' }
] as const;

/** Where a file of a publication is: `…/cong-bo/2/standings.json?round=r1`; `final` is the whole contest's. */
export function fileAddress(
	{ contestCode, roundKey, version }: PublicationHead,
	name: string
): string {
	const round = encodeURIComponent(roundKey ?? FINAL);
	return `/ket-qua/${encodeURIComponent(contestCode)}/cong-bo/${version}/${name}?round=${round}`;
}

/** The folder that the four files of a publication belong in, as the commands on the page name it. */
export function folderOf({ contestCode, roundKey, version }: PublicationHead): string {
	return [contestCode, roundKey ?? FINAL, version].join('-');
}
