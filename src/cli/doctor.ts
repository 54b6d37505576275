import type { Command } from './command.ts';
import { examine, type Finding } from './doctor-checks.ts';

export const command: Command = {
	usage: 'doctor [--json]',
	about: 'checks database, clock, disk, settings and secret, and says what to mend',
	options: { json: { type: 'boolean' } },
	async run({ options }) {
		const findings = await examine();
		if (options.json) console.log(JSON.stringify(findings));
		else for (const finding of findings) console.log(lineOf(finding));
		return findings.some(({ state }) => state === 'mend') ? 1 : 0;
	}
};

const WORDS = { ok: 'tốt', look: 'để ý', mend: 'cần sửa' };

function lineOf({ state, about, says }: Finding): string {
	return `${WORDS[state].padEnd(8)} ${about.padEnd(12)} ${says}`;
}
