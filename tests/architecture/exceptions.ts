/** A place where a guard is not followed, with the reason beside it. One that is no longer needed fails. */
export interface Exception {
	readonly guard: string;
	/** A file, or a pattern of files that share the reason. */
	readonly files: RegExp;
	readonly reason: string;
}

export const exceptions: readonly Exception[] = [
	{
		guard: 'ambient-settings',
		files: /^src\/cli\/(prepare-instance|web-app|build|dev|khoabang)\.(ts|mjs)$/,
		reason:
			'the commands hand settings to the web app and to child processes through the environment'
	},
	{
		guard: 'ambient-chance',
		files: /^src\/lib\/server\/db\/(folder-lock|postgres-cluster)\.server\.ts$/,
		reason: 'names of temporary files and the password of a new cluster: no use case sees them'
	},
	{
		guard: 'ambient-chance',
		files: /^src\/cli\/instance-secret\.ts$/,
		reason: 'the secret of a new instance is made before there is a door'
	},
	{
		guard: 'no-colour-outside-tokens',
		files: /^src\/lib\/people\/card-sheet\.server\.ts$/,
		reason: 'a PDF has no style sheet: the three inks of the light theme are repeated there'
	},
	{
		guard: 'ambient-clock',
		files: /^src\/routes\/\(taking\)\/lam-bai\/\[id\]\/browser-clock\.ts$/,
		reason:
			'the browser measures differences only: the countdown, and how long ago the server spoke'
	},
	{
		guard: 'file-length',
		files: /^src\/lib\/messages\//,
		reason: 'words are data: a sentence a line, in two languages, in one file a room'
	},
	{
		guard: 'parameters',
		files:
			/^src\/lib\/server\/door\/(run(-form|-json)?|validate|audit)\.server\.ts$|^src\/lib\/server\/door\/validate\.ts$/,
		reason:
			'a route reads as one sentence: event, schema, use case, and options where there are any'
	},
	{
		guard: 'parameters',
		files: /^src\/lib\/units\/units\.reads\.server\.ts$/,
		reason: 'who stands below a unit is always asked of a tree and a day: database, unit, tree, day'
	}
];

export interface Fault {
	readonly guard: string;
	readonly file: string;
	readonly line: number;
	readonly what: string;
}

/** `file:line guard: what` of each fault without an exception, and each exception without a fault. */
export function report(faults: readonly Fault[], guards: readonly string[]): string[] {
	const mine = exceptions.filter(({ guard }) => guards.includes(guard));
	const covers = (exception: Exception, fault: Fault) =>
		exception.guard === fault.guard && exception.files.test(fault.file);
	const open = faults.filter((fault) => !mine.some((exception) => covers(exception, fault)));
	const unused = mine.filter((exception) => !faults.some((fault) => covers(exception, fault)));
	return [
		...open.map(({ guard, file, line, what }) => `${file}:${line} ${guard}: ${what}`),
		...unused.map(({ guard, files }) => `exception without need: ${guard} for ${files.source}`)
	];
}
