import type { Ability } from '#lib/identity/abilities.ts';
import type { Role } from '#lib/identity/roles.ts';

/** What the walk puts into addresses. */
export interface Places {
	readonly unit: string;
	readonly contest: string;
	readonly plan: string;
	readonly indicator: string;
	readonly item: string;
	readonly activity: string;
	readonly round: string;
	/** The walking pupil's own, still open. */
	readonly attempt: string;
	readonly receipt: string;
	readonly setUpPath: string;
}

/**
 * Who gets past the door of a route. An ability is asked at the unit of what is looked at, or, with
 * `somewhere`, of any post; `only` narrows it by a rule of the room. `session` is a browser's session: a token has none to end.
 */
export type Admits =
	| 'anyone'
	| 'nobody'
	| 'signed-in'
	| 'contestant'
	| 'session'
	| { readonly ability: Ability; readonly somewhere?: true; readonly only?: readonly Role[] };

export interface Expected {
	readonly admits: Admits;
	readonly at: (places: Places) => string;
	readonly body?: unknown;
}

const at = (path: string) => () => path;
const anyone = (path: string): Expected => ({ admits: 'anyone', at: at(path) });
const api = '/api/v1';

const pages: Record<string, Expected> = {
	'GET /': anyone('/'),
	'GET /api': anyone('/api'),
	'GET /vao': anyone('/vao'),
	'GET /tuy-chon': anyone('/tuy-chon'),
	'GET /thiet-ke': anyone('/thiet-ke'),
	'GET /ke-hoach': anyone('/ke-hoach'),
	'GET /ke-hoach/[id]': { admits: 'anyone', at: (p) => `/ke-hoach/${p.plan}` },
	'GET /cuoc-thi/[slug]': { admits: 'anyone', at: (p) => `/cuoc-thi/${p.contest}` },
	'GET /thiet-lap/[token]': { admits: 'anyone', at: (p) => p.setUpPath },
	'GET /bien-nhan/[code]': { admits: 'anyone', at: (p) => `/bien-nhan/${p.receipt}` },
	'GET /ket-qua': anyone('/ket-qua'),
	'GET /ket-qua/[slug]': { admits: 'anyone', at: (p) => `/ket-qua/${p.contest}` },
	'GET /ket-qua/[slug]/don-vi': { admits: 'anyone', at: (p) => `/ket-qua/${p.contest}/don-vi` },
	'GET /ket-qua/[slug]/ca-nhan': { admits: 'anyone', at: (p) => `/ket-qua/${p.contest}/ca-nhan` },
	'GET /ket-qua/[slug]/cong-bo': { admits: 'anyone', at: (p) => `/ket-qua/${p.contest}/cong-bo` },
	'GET /lam-bai': anyone('/lam-bai'),
	'GET /dong-y': { admits: 'signed-in', at: at('/dong-y') },
	'GET /lam-bai/[id]': { admits: 'contestant', at: (p) => `/lam-bai/${p.attempt}` },
	'GET /lam-bai/[id]/nop': { admits: 'contestant', at: (p) => `/lam-bai/${p.attempt}/nop` },
	'GET /don-vi': { admits: { ability: 'participation.read', somewhere: true }, at: at('/don-vi') },
	'GET /don-vi/[id]': {
		admits: { ability: 'unit.read', somewhere: true },
		at: (p) => `/don-vi/${p.unit}`
	},
	'GET /don-vi/[id]/tham-gia': {
		admits: { ability: 'participation.read' },
		at: (p) => `/don-vi/${p.unit}/tham-gia?contest=${p.contest}`
	},
	'GET /ke-hoach/[id]/[chi_tieu]': {
		admits: { ability: 'verdict.read' },
		at: (p) => `/ke-hoach/${p.plan}/${p.indicator}`
	},
	'GET /to-chuc/cau-hoi': {
		admits: { ability: 'bank.read', somewhere: true },
		at: at('/to-chuc/cau-hoi')
	},
	'GET /to-chuc/cau-hoi/[id]': {
		admits: { ability: 'bank.read', somewhere: true },
		at: (p) => `/to-chuc/cau-hoi/${p.item}`
	},
	'GET /to-chuc/cuoc-thi': {
		admits: { ability: 'contest.manage', somewhere: true },
		at: at('/to-chuc/cuoc-thi')
	},
	'GET /to-chuc/cuoc-thi/[code]': {
		admits: { ability: 'contest.manage' },
		at: (p) => `/to-chuc/cuoc-thi/${p.contest}`
	},
	'GET /to-chuc/dong-y': {
		admits: { ability: 'consent.record', somewhere: true },
		at: at('/to-chuc/dong-y')
	},
	'GET /truong/viec': {
		admits: { ability: 'activity.record', somewhere: true },
		at: at('/truong/viec')
	},
	'GET /truong/viec/[id]': {
		admits: { ability: 'unit.read' },
		at: (p) => `/truong/viec/${p.activity}`
	}
};

/** Bodies that get far enough to be asked who sends them. */
const actions: Record<string, Expected> = {
	'POST /tuy-chon': anyone('/tuy-chon'),
	'POST /vao?/card': anyone('/vao?/card'),
	'POST /vao?/password': anyone('/vao?/password'),
	'POST /vao?/sign-out': anyone('/vao?/sign-out'),
	'POST /thiet-lap/[token]': { admits: 'anyone', at: (p) => p.setUpPath },
	'POST /dong-y': { admits: 'signed-in', at: at('/dong-y') },
	'POST /lam-bai?/start': anyone('/lam-bai?/start'),
	'POST /lam-bai/[id]?/answer': {
		admits: 'contestant',
		at: (p) => `/lam-bai/${p.attempt}?/answer&tiep=1`,
		body: { position: '1', clientSeq: '1' }
	},
	'POST /lam-bai/[id]/nop?/review': {
		admits: 'contestant',
		at: (p) => `/lam-bai/${p.attempt}/nop?/review`,
		body: { value: '3', clientSeq: '1' }
	},
	'POST /lam-bai/[id]/nop?/submit': {
		admits: 'contestant',
		at: (p) => `/lam-bai/${p.attempt}/nop?/submit`
	},
	'POST /to-chuc/dong-y?/record': {
		admits: { ability: 'consent.record' },
		at: at('/to-chuc/dong-y?/record'),
		body: {
			personCode: 'HS240007',
			take_part: 'yes',
			publish: 'no',
			guardianName: 'Nguyễn Văn Bình',
			guardianRelation: 'cha'
		}
	},
	'POST /truong/viec?/record': {
		admits: { ability: 'activity.record' },
		at: at('/truong/viec?/record'),
		body: {
			unitKey: 'thcs-tran-phu',
			kind: 'ngoai_khoa',
			heldOn: '2026-11-01',
			title: 'Ngoại khóa'
		}
	},
	'POST /truong/viec/[id]?/confirm': {
		// A school's activity is confirmed by its head; a secretary confirms a branch's (activities/activity.ts).
		admits: { ability: 'activity.confirm', only: ['school-head'] },
		at: (p) => `/truong/viec/${p.activity}?/confirm`
	}
};

const beside: Record<string, Expected> = {
	'GET /ket-qua/[slug]/cong-bo/[version]/[file]': anyone(
		'/ket-qua/w3-tam-ky-2024/cong-bo/1/standings.json'
	),
	'GET /healthz': anyone('/healthz'),
	'GET /readyz': anyone('/readyz'),
	'GET /metrics': { admits: { ability: 'instance.operate' }, at: at('/metrics') },
	[`GET ${api}/openapi.json`]: anyone(`${api}/openapi.json`),
	[`fallback ${api}/[...rest]`]: { admits: 'nobody', at: at(`${api}/khong-co/gi`) }
};

const calls: Record<string, Expected> = {
	[`POST ${api}/sessions`]: { ...anyone(`${api}/sessions`), body: {} },
	[`DELETE ${api}/sessions/current`]: { admits: 'session', at: at(`${api}/sessions/current`) },
	[`GET ${api}/me`]: { admits: 'signed-in', at: at(`${api}/me`) },
	[`PUT ${api}/me/consents`]: {
		admits: 'contestant',
		at: at(`${api}/me/consents`),
		body: { purposes: {} }
	},
	[`GET ${api}/contests`]: anyone(`${api}/contests`),
	[`GET ${api}/contests/[code]`]: { admits: 'anyone', at: (p) => `${api}/contests/${p.contest}` },
	[`GET ${api}/contests/[code]/participation`]: {
		admits: { ability: 'participation.read' },
		at: (p) => `${api}/contests/${p.contest}/participation?unit=${p.unit}`
	},
	[`GET ${api}/plans/[code]/indicators`]: {
		admits: { ability: 'verdict.read' },
		at: (p) => `${api}/plans/${p.plan}/indicators?as-of=2024-12-31`
	},
	[`GET ${api}/rounds/[id]/standings`]: {
		admits: 'anyone',
		at: (p) => `${api}/rounds/${p.round}/standings`
	},
	[`GET ${api}/rounds/[roundId]/events`]: {
		admits: 'anyone',
		at: (p) => `${api}/rounds/${p.round}/events`
	},
	[`GET ${api}/verify/[serial]`]: { admits: 'anyone', at: (p) => `${api}/verify/${p.receipt}` },
	[`POST ${api}/rounds/[roundId]/attempts`]: {
		admits: 'contestant',
		at: (p) => `${api}/rounds/${p.round}/attempts`
	},
	...attemptCalls()
};

function attemptCalls(): Record<string, Expected> {
	const shape = `${api}/attempts/[attemptId]`;
	const own = (rest: string, body?: unknown): Expected => ({
		admits: 'contestant',
		at: (p) => `${api}/attempts/${p.attempt}${rest}`,
		...(body === undefined ? {} : { body })
	});
	return {
		[`GET ${shape}`]: own(''),
		[`GET ${shape}/pulse`]: own('/pulse'),
		[`PUT ${shape}/responses/[position]`]: own('/responses/1', { response: null, clientSeq: 1 }),
		[`POST ${shape}/responses`]: own('/responses', {
			responses: [{ position: 1, response: null, clientSeq: 1 }]
		}),
		[`PUT ${shape}/prediction`]: own('/prediction', { value: 3, clientSeq: 1 }),
		[`POST ${shape}/submission`]: own('/submission', {})
	};
}

/** By the manifest's keys; a route that is not here fails the walk. */
export const expectations: Readonly<Record<string, Expected>> = {
	...pages,
	...actions,
	...beside,
	...calls
};
