import { closeSync, existsSync, openSync, unlinkSync } from 'node:fs';
import { CannotRun } from './command.ts';

/**
 * Makes sure that `file` can be written before anything is done that only the file would tell of: a card's
 * text is known once. Leaves no trace. Throws one sentence when it cannot be written.
 */
export function checkWritable(file: string): void {
	const isNew = !existsSync(file);
	try {
		closeSync(openSync(file, 'a', 0o600));
		if (isNew) unlinkSync(file);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		throw new CannotRun(
			`${file}: không ghi được tệp (${code}). Chọn một thư mục có sẵn và ghi được.`
		);
	}
}
