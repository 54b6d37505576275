/** The calls that stand before the framework: a path's shape, and what each method does there. */
export interface FrontRoute<Name extends string> {
	readonly path: RegExp;
	readonly methods: Readonly<Partial<Record<string, Name>>>;
}

export type CallName =
	'start' | 'attempt' | 'response' | 'responses' | 'prediction' | 'submit' | 'pulse' | 'events';

export const frontRoutes: readonly FrontRoute<CallName>[] = [
	{ path: /^\/api\/v1\/rounds\/(?<roundId>[^/]+)\/attempts$/, methods: { POST: 'start' } },
	{ path: /^\/api\/v1\/rounds\/(?<roundId>[^/]+)\/events$/, methods: { GET: 'events' } },
	{ path: /^\/api\/v1\/attempts\/(?<attemptId>[^/]+)$/, methods: { GET: 'attempt' } },
	{
		path: /^\/api\/v1\/attempts\/(?<attemptId>[^/]+)\/responses$/,
		methods: { POST: 'responses' }
	},
	{
		path: /^\/api\/v1\/attempts\/(?<attemptId>[^/]+)\/responses\/(?<position>[^/]+)$/,
		methods: { PUT: 'response' }
	},
	{
		path: /^\/api\/v1\/attempts\/(?<attemptId>[^/]+)\/prediction$/,
		methods: { PUT: 'prediction' }
	},
	{
		path: /^\/api\/v1\/attempts\/(?<attemptId>[^/]+)\/submission$/,
		methods: { POST: 'submit' }
	},
	{ path: /^\/api\/v1\/attempts\/(?<attemptId>[^/]+)\/pulse$/, methods: { GET: 'pulse' } }
];

export interface RouteFound {
	readonly route: FrontRoute<CallName>;
	readonly params: Readonly<Record<string, string>>;
}

/** The route of a request's path, with what the path holds; `undefined`: the framework's. */
export function findRoute(url: string): RouteFound | undefined {
	const end = url.indexOf('?');
	const path = end < 0 ? url : url.slice(0, end);
	if (!path.startsWith('/api/v1/')) return undefined;
	for (const route of frontRoutes) {
		const match = route.path.exec(path);
		if (match) return { route, params: decodedParams(match.groups ?? {}) };
	}
	return undefined;
}

function decodedParams(groups: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(groups).map(([name, text]) => [name, decodedOrRaw(text)])
	);
}

function decodedOrRaw(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
