import type { RulesWords } from './contest-rules.ts';

/** The rules in English, sentence for sentence as in Vietnamese. */
export const enRules: RulesWords = {
	audiences: {
		hs_1_5: 'pupils of grades 1 to 5',
		hs_6_9: 'pupils of grades 6 to 9',
		hs_10_12: 'pupils of grades 10 to 12',
		sinh_vien: 'students',
		doan_vien: 'Youth Union members',
		thanh_nien: 'young people',
		cbccvc: 'officials, civil servants, public employees and workers',
		nguoi_dan: 'residents'
	},
	unitKinds: {
		country: 'country',
		province: 'provinces and cities',
		district: 'districts',
		commune: 'communes and wards',
		agency: 'agencies',
		department: 'departments',
		school: 'schools',
		class: 'classes',
		doan: 'Youth Union bodies',
		chi_doan: 'Youth Union branches'
	},
	titles: {
		host: 'Basis and organiser',
		who: 'Who takes part',
		rounds: 'Times',
		paper: 'The paper',
		attempts: 'Attempts and working time',
		prediction: 'The extra question',
		ranking: 'Ranking',
		prizes: 'Prizes',
		collective: 'Ranking of units',
		results: 'Results',
		appeal: 'Appeals'
	},
	basis: (title, number, date) =>
		`Basis: ${title}${number === null ? '' : `, no. ${number}`}${date === null ? '' : ` of ${date}`}.`,
	organiser: (name) => `Organiser: ${name}.`,
	audience: (who) => `Contestants: ${who}.`,
	scope: (units) => `Of: ${units}.`,
	group: (title, who, units) => `Group “${title}”: ${who}${units === null ? '' : ` of ${units}`}.`,
	firstGroup: 'Everyone belongs to the first group that fits, in the order above.',
	unitOnDay: (day) => `Everyone counts for the unit they belonged to on ${day}.`,
	minAge: (n) => `Aged ${n} or more.`,
	maxAge: (n) => `Aged ${n} at most.`,
	quietHours: (from, to) => `People under 16 do not start between ${from} and ${to}.`,
	round: (title, opens, closes) => `${title}: opens at ${opens}, closes at ${closes}.`,
	advancement: ({ top, per, from, to }) => `The first ${top} ${per} in ${from} go on to ${to}.`,
	advancementPer: { unit: 'of each unit', overall: 'of the whole contest', group: 'of each group' },
	paper: (count) => `${count} questions, drawn at random by topic for each attempt.`,
	cell: ({ topic, level, count, marks }) =>
		`${topic}${level === null ? '' : `, ${level}`}: ${count}${marks === null ? '' : `, ${marks} marks each`}`,
	cells: (list) => `Structure: ${list}.`,
	marksEach: (n) => (n === 1 ? 'Each question gives one mark.' : `Each question gives ${n} marks.`),
	duration: (time) => `Working time is ${time}. The clock runs from the start and does not stop.`,
	saved: 'Each answer is saved by itself. When time is up, what is saved counts as submitted.',
	attempts: (n) => `Everyone has at most ${n} attempts in a round.`,
	select: {
		best: 'The result of a round is the attempt with the highest score; level on score, the faster one, then the one submitted earlier.',
		last: 'The result of a round is the last attempt.',
		first: 'The result of a round is the first attempt.'
	},
	grace: (on) =>
		on
			? 'An attempt begun before the round closes has its whole time, also past the closing.'
			: 'When the round closes, a running attempt ends and what is saved counts.',
	network: (time) =>
		time === null
			? 'Answers that reach the server after the end are not taken.'
			: `Answers that arrive late by no more than ${time}, by the network, are still taken.`,
	cooldown: (time) => `Between two attempts lie at least ${time}.`,
	predicted: {
		ALL_CORRECT_PEOPLE: 'how many people answer everything right',
		PARTICIPANTS: 'how many people take part',
		ATTEMPTS: 'how many attempts are made'
	},
	prediction: (quantity) =>
		`Before submitting you predict ${quantity} in the round. It does not count in the score.`,
	predictionRule: {
		abs: 'The closer prediction ranks higher, above or below alike.',
		not_over:
			'A prediction above the actual number is left out; of the others the closer one ranks higher.'
	},
	predictionMissing: 'Who has no prediction left ranks after those who have.',
	criterion: (n, text) => `Criterion ${n}: ${text}.`,
	keys: {
		score: { desc: 'higher score', asc: 'lower score' },
		predictionError: { asc: 'closer prediction', desc: 'less close prediction' },
		elapsed: { asc: 'less working time', desc: 'more working time' },
		submittedAt: { asc: 'submitted earlier', desc: 'submitted later' },
		startedAt: { asc: 'started earlier', desc: 'started later' },
		firstSubmittedAt: { asc: 'first submission earlier', desc: 'first submission later' },
		registeredAt: { asc: 'registered earlier', desc: 'registered later' },
		attempts: { asc: 'fewer attempts', desc: 'more attempts' },
		perfect: { desc: 'more rounds at full marks', asc: 'fewer rounds at full marks' }
	},
	roundRanking:
		'In each round the criteria are taken from the first on, until one makes a difference.',
	finalRanking:
		'In the end the results of the rounds are added; a missed round counts as 0 with the whole working time.',
	sameRank: 'Level on every criterion means the same rank, and the next rank is skipped.',
	onlyAllCorrect: 'Only people at full marks are considered for prizes.',
	finalName: 'the final ranking',
	prize: (p) =>
		`${p.title}: ${p.quota}, by ${p.on}${p.group === null ? '' : `, group “${p.group}”`}${p.reward === null ? '' : `; ${p.reward}`}.`,
	prizeMinScore: (n) => `From ${n} marks on.`,
	prizePoints: (n) => `Worth ${n} points to the unit.`,
	prizeTie: {
		co_award: 'People level on the last place of a prize all receive it.',
		draw: 'People level on the last place of a prize draw lots.'
	},
	prizeScope: (scope) => `Prize set “${scope}”.`,
	scopeRule: {
		first: (scope) =>
			`${scope === null ? 'Everyone' : `Of the prize set “${scope}” everyone`} holds one prize: the first in the order above.`,
		highest: (scope) =>
			`${scope === null ? 'Everyone' : `Of the prize set “${scope}” everyone`} holds one prize: the one with most points.`
	},
	cap: (share) =>
		`At most ${share} of the contestants receive a prize; what is over is taken from the end of the list.`,
	commitment: (round, code) => `Commitment of the draw, ${round}: ${code}.`,
	commitmentWhy:
		'It is published before the round opens; after the round the seed is published, so that anyone can check the draw.',
	rankedUnits: (units) => `Ranked: ${units}.`,
	rankedKinds: (kinds) => `Ranked are the units: ${kinds}.`,
	denominator: (who, day) => `The headcount is that of ${who} as of ${day}.`,
	league: ({ title, from, below, kinds }) => {
		const size = [
			from === null ? '' : `from ${from} people`,
			below === null ? '' : `below ${below} people`,
			kinds ?? ''
		].filter((part) => part !== '');
		return `League “${title}”${size.length === 0 ? '' : `: ${size.join(', ')}`}.`;
	},
	formula: {
		M1: () => 'The unit with more people taking part ranks higher.',
		M2: () => 'Ranked by the share of the headcount taking part, at most 100%.',
		M3: (w) =>
			`Ranked by the sum: ${w.first} × share taking part (at most 100%) + ${w.second} × mean score of those taking part over full marks.`,
		M4: () =>
			'Ranked by the sum: percent taking part, as the mean of the rounds (each at most 100), plus the points of prizes held.',
		M5: (w) =>
			`Three things count: people, sum of scores, attempts. In each the first ${w.k} places get ${w.k} down to 1 points. Level on points, more people rank higher.`,
		M6: (w) =>
			`Ranked by the sum: ${w.first} × share taking part (at most 100%) + ${w.second} × mean score of those taking part over full marks, with a least share by size.`,
		M7: () =>
			'Only units where the whole headcount took part and that hold a prize; ranked by the share taking part.'
	},
	gate: (share) => `Only units with at least ${share} of the headcount taking part are ranked.`,
	band: (below, gate) =>
		`${below === null ? 'All other units' : `Units below ${below} people`}: ${gate === null ? 'no least share' : `at least ${gate} taking part`}.`,
	minHeadcount: (n) => `Units with a headcount below ${n} are not ranked.`,
	unitTie: {
		rate: 'higher share taking part',
		headcount: 'larger headcount',
		participants: 'more people taking part'
	},
	unitTies: (list) =>
		list === null
			? 'Level units share the rank.'
			: `Level units: ${list}, in this order; then they share the rank.`,
	showScore: {
		at_once: 'The score shows right after submitting.',
		after_round: 'The score shows after the round has closed.'
	},
	answersNever: 'Answers are not published.',
	pass: (share) => `A pass is at least ${share} of full marks.`,
	appeal: (days) =>
		days === 0
			? 'There is no time for appeals.'
			: `Within ${days} working days of the publication you may appeal, with your receipt. Results after appeals are a new version that names what changed.`
};
