import { encode } from 'uqr';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { viewOwnResult } from '#lib/taking/view-own-result.server.ts';
import { viewReceipt } from '#lib/taking/view-receipt.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const serial = event.params.code;
	const receipt = await runLoad(event, viewReceipt, { serial });
	const own = await runLoad(event, viewOwnResult, { serial });
	const { data, size } = encode(`${event.url.origin}/bien-nhan/${receipt.serial}`, { border: 2 });
	return { receipt, own, at: event.locals.at, qr: { size, path: pathOf(data) } };
};

/** The dark squares as one SVG path. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
	return rows
		.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
}
