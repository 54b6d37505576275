import { encode } from 'uqr';
import { fraction } from '#lib/kernel/fraction.ts';
import { epochMs } from '#lib/kernel/instant.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { normalisedElapsed } from '#lib/standings/elapsed.ts';
import { viewOwnResult, type Timing } from '#lib/taking/view-own-result.server.ts';
import { viewReceipt } from '#lib/taking/view-receipt.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const serial = event.params.code;
	const receipt = await runLoad(event, viewReceipt, { serial });
	const own = await runLoad(event, viewOwnResult, { serial });
	const elapsedMs = own && rankingTime(own.timing);
	const { data, size } = encode(`${event.url.origin}/bien-nhan/${receipt.serial}`, { border: 2 });
	return { receipt, own, elapsedMs, at: event.locals.at, qr: { size, path: pathOf(data) } };
};

/** As boards count it, so that a person finds the same time on both. */
function rankingTime({ startedAt, submittedAt, status, durationMs, extraTime }: Timing): number {
	const times = { startedMs: epochMs(startedAt), submittedMs: epochMs(submittedAt), status };
	return normalisedElapsed(times, durationMs, fraction(...extraTime));
}

/** The dark squares as one SVG path. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
	return rows
		.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
}
