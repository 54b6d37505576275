import fs from 'node:fs';
import path from 'node:path';
import { CannotRun, flag, neededOption, type Command } from './command.ts';
import { publicationOf } from './publication-name.ts';
import { COMMAND_LANGUAGE, runCommandView } from './run-command.ts';
import { resultsWords } from '#lib/messages/results.ts';
import { exportPublication } from '#lib/results/export-publication.server.ts';
import { exportPublicationSchema } from '#lib/results/view-publication.schema.ts';

export const command: Command = {
	usage: 'export publication CONTEST[/ROUND] [--full] -o DIR [--json]',
	about: 'writes the bundle of the newest publication, from which anyone can recompute it',
	options: {
		full: { type: 'boolean' },
		output: { type: 'string', short: 'o' },
		json: { type: 'boolean' }
	},
	optionHelp: {
		'--full': "the form for auditors, with people's codes",
		'-o, --output': 'a folder that is new or empty'
	},
	positionals: [1, 1],
	async run(args) {
		const folder = neededOption(args, 'output');
		if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0)
			throw new CannotRun(`${folder}: thư mục đã có tệp. Chọn thư mục khác hoặc làm trống nó.`);
		const form = flag(args, 'full') ? 'full' : 'public';
		const called = {
			schema: exportPublicationSchema,
			run: exportPublication,
			refusals: resultsWords[COMMAND_LANGUAGE].refusals
		};
		const { files, version } = await runCommandView(called, {
			...publicationOf(args.positionals[0] ?? ''),
			form
		});
		makeFolder(folder);
		const mode = form === 'full' ? 0o600 : 0o644;
		for (const { name, text } of files) fs.writeFileSync(path.join(folder, name), text, { mode });
		const names = files.map(({ name }) => name);
		if (args.options.json) console.log(JSON.stringify({ version, files: names }));
		else console.log(`${folder}: bản công bố ${version}, ${names.join(', ')}`);
		return 0;
	}
};

/** Only the last folder of the path is made: a slip of the pen makes no tree of folders somewhere. */
function makeFolder(folder: string): void {
	if (fs.existsSync(folder)) return;
	try {
		fs.mkdirSync(folder);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		throw new CannotRun(
			`${folder}: không tạo được thư mục (${code}). Chọn một thư mục nằm trong thư mục đã có.`
		);
	}
}
