import type { IForbiddenRuleType } from 'dependency-cruiser';
import { anyRoom, roomOf, rooms } from './rooms.ts';
import type { Sources } from './sources.ts';

/** Imports that only name a type are gone when the program runs. */
const RUNS: { readonly dependencyTypesNot: ['type-only'] } = { dependencyTypesNot: ['type-only'] };

const COMPONENT = '\\.svelte(\\.ts)?$';
/** Pure files of a room: rules, types and schemas. */
const RULE = `^src/lib/(${anyRoom})/(?!.*\\.(server|svelte|test|fixture)\\.ts$)[^/]*\\.ts$`;

/** The commands that look after the database itself, and the frame that opens it for the others. */
const DATABASE_COMMANDS =
	'^src/cli/(backup|restore|doctor(-checks)?|builds-in-use|migrate|db-describe|db-freeze|instance-[a-z]+|prepare-instance|run-command|demo|build|bench[a-z-]*)\\.ts$|^src/cli/bench/';

/** A later room lies right: nothing is imported from there. */
const leftwards: IForbiddenRuleType[] = rooms.slice(0, -1).map((room, place) => ({
	name: 'only-leftwards',
	from: { path: `^src/lib/${room}/` },
	to: { path: `^src/lib/(${rooms.slice(place + 1).join('|')})/` }
}));

const layers: IForbiddenRuleType[] = [
	{
		name: 'kernel-stands-alone',
		from: { path: '^src/lib/kernel/', pathNot: '\\.(test|fixture)\\.ts$' },
		to: { path: '^(src|tests)/', pathNot: '^src/lib/kernel/' }
	},
	{
		name: 'server-knows-no-room',
		from: { path: '^src/lib/server/', pathNot: '\\.(test|fixture)\\.ts$' },
		to: { path: '^src/', pathNot: '^src/lib/(kernel|server|messages)/' }
	},
	{
		name: 'messages-know-types-only',
		from: { path: '^src/lib/messages/', pathNot: '\\.(test|fixture)\\.ts$' },
		to: { path: '^src/', pathNot: '^src/lib/(kernel|messages)/', ...RUNS }
	},
	{
		name: 'ui-has-no-contest-words',
		from: { path: '^src/lib/ui/', pathNot: '\\.(test|fixture)\\.ts$' },
		to: { path: '^src/', pathNot: '^src/lib/(kernel|messages|ui)/', ...RUNS }
	},
	{
		name: 'rooms-know-no-outside',
		from: { path: '^src/lib/' },
		to: { path: '^src/(?!lib/)' }
	},
	{
		name: 'src-never-imports-tests',
		from: { path: '^src/', pathNot: '\\.(test|fixture)\\.ts$' },
		to: { path: '^tests/' }
	},
	{
		name: 'fixtures-are-for-tests',
		from: { path: '^src/', pathNot: '\\.(test|fixture)\\.ts$' },
		to: { path: '\\.fixture\\.ts$' }
	}
];

/** The table of suffixes: what each kind of file may import. */
const suffixes: IForbiddenRuleType[] = [
	{ name: 'rules-are-pure', from: { path: RULE }, to: { path: '\\.server\\.ts$' } },
	{
		name: 'zod-in-schemas-only',
		from: { path: RULE, pathNot: '\\.schema\\.ts$' },
		to: { path: '(^|/)zod/', ...RUNS }
	},
	{
		name: 'database-in-server-files-only',
		from: { path: '^src/', pathNot: '(\\.server\\.ts|^src/lib/server/.*|\\.test\\.ts)$' },
		to: { path: '(^|/)(kysely|pg)/', ...RUNS }
	},
	{
		name: 'writes-stay-in-their-room',
		from: { path: '^src/lib/([^/]+)/' },
		to: { path: '\\.writes\\.server\\.ts$', pathNot: '^src/lib/$1/' }
	},
	{
		name: 'reads-do-not-write',
		from: { path: '\\.reads\\.server\\.ts$' },
		to: { path: '\\.(writes|offer)\\.server\\.ts$' }
	},
	{
		name: 'offers-stand-on-reads-and-writes',
		from: { path: '\\.offer\\.server\\.ts$' },
		to: { path: '\\.offer\\.server\\.ts$', ...RUNS }
	},
	{
		name: 'components-stay-in-the-browser',
		from: { path: COMPONENT },
		to: { path: '\\.server\\.ts$', ...RUNS }
	}
];

/** What stands before the rooms reaches them through views and use cases only. */
const outside: IForbiddenRuleType[] = [
	{
		name: 'routes-and-commands-reach-use-cases-only',
		from: { path: '^src/(routes|cli|front|hooks)' },
		to: { path: '\\.(reads|writes|offer)\\.server\\.ts$', ...RUNS }
	},
	{
		// It sees who is there and what the keys are, as no player could; what it changes goes by use cases.
		name: 'the-demo-plays-through-use-cases',
		from: { path: '^src/demo/' },
		to: { path: '\\.(writes|offer)\\.server\\.ts$', ...RUNS }
	},
	{
		name: 'routes-never-reach-the-database',
		from: { path: '^src/(routes|front|hooks)' },
		to: { path: '^src/lib/server/db/', ...RUNS }
	},
	{
		name: 'commands-never-reach-the-database',
		from: { path: '^src/cli/', pathNot: DATABASE_COMMANDS },
		to: { path: '^src/lib/server/db/', ...RUNS }
	}
];

const always: IForbiddenRuleType[] = [
	{ name: 'cannot-resolve', from: {}, to: { couldNotResolve: true } },
	{
		name: 'no-circle',
		from: { path: '^src/' },
		to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
	}
];

/**
 * `save-response.server.ts` that exports `saveResponse` is a use case. A server file that exports nothing of
 * its own name (`own-attempt.server.ts`) is a step that use cases of the room share.
 */
function useCasesOf(sources: Sources): string[] {
	return [...sources].filter(([name, text]) => isUseCase(name, text)).map(([name]) => name);
}

function isUseCase(name: string, text: string): boolean {
	const noun = /\/([a-z]+(?:-[a-z]+)+)\.server\.ts$/.exec(name)?.[1];
	if (roomOf(name) === undefined || noun === undefined) return false;
	const own = noun.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
	return new RegExp(`^export (async function|function|const) ${own}\\b`, 'm').test(text);
}

function betweenUseCases(sources: Sources): IForbiddenRuleType[] {
	const useCases = `^(${useCasesOf(sources).map(escaped).join('|')})$`;
	return [
		{
			name: 'use-case-calls-no-use-case',
			from: { path: `^src/lib/(${anyRoom})/`, pathNot: '\\.(test|fixture)\\.ts$' },
			to: { path: useCases, ...RUNS }
		},
		{
			name: 'queries-in-reads-and-writes-only',
			from: { path: useCases },
			to: { path: '(^|/)(kysely|pg)/', ...RUNS }
		}
	];
}

function escaped(text: string): string {
	return text.replace(/[.\\]/g, '\\$&');
}

/** All rules; those between use cases name the files that are one. */
export function forbiddenIn(sources: Sources): IForbiddenRuleType[] {
	const rules = [...leftwards, ...layers, ...suffixes, ...outside, ...always];
	return [...rules, ...betweenUseCases(sources)].map((rule) => ({ severity: 'error', ...rule }));
}
