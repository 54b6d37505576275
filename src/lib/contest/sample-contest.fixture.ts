/** A small whole contest as a file holds it, with every field: tests and examples start from it. */
export function sampleContestFile() {
	return {
		format: 'khoabang.contest/1',
		code: 'tim-hieu-cds',
		title: 'Cuộc thi tìm hiểu về chuyển đổi số',
		organiser: 'thanh-doan',
		basis: { number: '25-KH/ĐTN', date: '2026-09-01', title: 'Kế hoạch tổ chức Cuộc thi' },
		audiences: ['doan_vien'],
		units: ['doan-phuong-a', 'doan-phuong-b'],
		headcountAudience: 'doan_vien',
		tags: ['ngay-cds'],
		groups: [
			{
				id: 'truong-hoc',
				title: 'Khối trường học',
				audiences: ['doan_vien'],
				units: ['doan-truong']
			},
			{ id: 'dia-ban', title: 'Khối địa bàn dân cư', audiences: ['doan_vien'] }
		],
		rankedUnits: { tree: 'doan', units: ['doan-phuong-a', 'doan-phuong-b'] },
		leagues: [
			{ id: 'A', title: 'Bảng A', headcountFrom: 200 },
			{ id: 'B', title: 'Bảng B', headcountBelow: 200 }
		],
		certificates: [{ kind: 'pass', share: [7, 10] }, { kind: 'prize' }],
		headcountAsOf: '2026-10-05',
		bank: 'CDS',
		blueprint: [
			{ topic: 'CDS.0', count: 2, marks: 1 },
			{ topic: 'CDS.A', level: 'nhan_biet', count: 1, marks: 1 }
		],
		minBankFactor: 2,
		practice: { bank: 'CDS', count: 5 },
		rules: sampleRules(),
		rounds: [
			{
				id: 'r1',
				title: 'Tuần 1',
				kind: 'week',
				opensAt: '2026-10-05T08:00:00+07:00',
				closesAt: '2026-10-11T20:00:00+07:00'
			},
			{
				id: 'r2',
				title: 'Tuần 2',
				kind: 'week',
				opensAt: '2026-10-12T08:00:00+07:00',
				closesAt: '2026-10-18T20:00:00+07:00'
			}
		],
		plan: 'ke-hoach-2026'
	};
}

function sampleRules() {
	return {
		durationSeconds: 1200,
		attemptsMax: 3,
		select: 'best',
		grace: false,
		prediction: { quantity: 'ALL_CORRECT_PEOPLE', rule: 'abs' },
		ranking: {
			round: [
				['score', 'desc'],
				['predictionError', 'asc'],
				['elapsed', 'asc'],
				['submittedAt', 'asc']
			],
			final: [
				['score', 'desc'],
				['elapsed', 'asc'],
				['attempts', 'asc'],
				['firstSubmittedAt', 'asc']
			]
		},
		onlyAllCorrect: false,
		prizes: [
			{
				id: 'r1-nhat',
				on: 'r1',
				group: null,
				title: 'Giải Nhất tuần 1',
				quota: 1,
				minScore: 0,
				points: 10,
				tie: 'draw',
				scope: 'weekly',
				reward: '1.000.000 đồng và Giấy khen'
			},
			{
				id: 'chung-cuoc',
				on: 'final',
				group: 'truong-hoc',
				title: 'Giải Nhất chung cuộc',
				quota: 2,
				minScore: 3,
				points: 0,
				tie: 'co_award',
				scope: 'final',
				reward: 'Bằng khen'
			}
		],
		scopes: { weekly: 'first', final: 'highest' },
		prizeShareCap: [1, 2],
		collective: {
			formula: 'M3',
			gate: [1, 2],
			weights: [
				[1, 2],
				[1, 2]
			],
			minHeadcount: 10,
			k: 10,
			bands: null,
			tieBreak: ['rate', 'headcount']
		},
		showAnswers: 'after_round',
		passShare: [1, 2],
		appealWorkingDays: 5,
		networkAllowanceMs: 3000,
		cooldownSeconds: 0,
		minAge: null,
		maxAge: null,
		quietHours: null,
		showScore: 'after_round',
		boardFreezeMinutes: 0,
		advancement: null
	};
}
