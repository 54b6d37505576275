import { spawn } from 'node:child_process';

export interface CommandResult {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** `npx khoabang …` as a person would call it, with its own settings. */
export function khoabang(
	words: readonly string[],
	env: Readonly<Record<string, string>> = {}
): Promise<CommandResult> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ['src/cli/khoabang.mjs', ...words], {
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let stdout = '';
		let stderr = '';
		child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
		child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
	});
}
