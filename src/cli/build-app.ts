import { buildWhenNeeded } from './build.ts';
import type { Command } from './command.ts';

export const command: Command = {
	usage: 'build',
	about:
		'for developers: builds the web app, unless the build that stands here is of these sources',
	async run() {
		const { fresh } = await buildWhenNeeded();
		console.log(fresh ? 'built' : 'the build is of these sources already');
		return 0;
	}
};
