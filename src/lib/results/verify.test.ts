import { describe, expect, test } from 'vitest';
import { sha256Hex } from '#lib/kernel/digest.ts';
import { resultsWords } from '#lib/messages/results.ts';
import {
	aBundle,
	anAttempt,
	aPerson,
	aPrize,
	aRound,
	aRules,
	bytesFor,
	SEED,
	sourceOf
} from './bundle.fixture.ts';
import { verify, type BundleFolder } from './verify.ts';

const bundle = aBundle({
	contest: {
		rules: aRules({
			prizes: [aPrize()],
			collective: { formula: 'M2' }
		}),
		rounds: [aRound({ draw: { commitment: sha256Hex(Buffer.from(SEED, 'hex')), seed: SEED } })],
		people: ['p1', 'p2'].map((id) => aPerson({ id }))
	},
	attempts: ['p1', 'p2'].map((personId, i) => anAttempt({ id: `a${i}`, personId, score: 9 - i }))
});
const standings = bytesFor(bundle);

function aFolder(changes: Partial<BundleFolder> = {}): BundleFolder {
	const hashes = new Map([
		['contest.json', 'a'.repeat(64)],
		['standings.json', 'b'.repeat(64)]
	]);
	const sums = [...hashes].map(([file, hash]) => `${hash}  ${file}\n`).join('');
	return { ...sourceOf(bundle), standings, hashes, sums, ...changes };
}

/** What verify says, in words. */
function words(changes: Partial<BundleFolder>, language: 'vi' | 'en' = 'en'): string[] {
	return verify(aFolder(changes)).map((finding) =>
		finding.kind === 'bundle' ? finding.problem.code : resultsWords[language].finding(finding)
	);
}

test('an untouched publication has nothing to find', () => {
	expect(verify(aFolder())).toEqual([]);
});

describe('one changed byte is found and its row named', () => {
	test.each([
		['a mark', '"score":9,"submittedAt"', '"score":8,"submittedAt"', 'round r1, row 1, person p1'],
		[
			'a rank',
			'"rank":2,"score":8,"submittedAt"',
			'"rank":1,"score":8,"submittedAt"',
			'round r1, row 2, person p2'
		],
		[
			'a quote, so that it is no JSON',
			'"attemptId":"a1"',
			'"attemptId":"a1,',
			'round r1, row 2, person p2'
		],
		[
			'the final',
			'"personId":"p2","rank":2,"score":8}',
			'"personId":"p3","rank":2,"score":8}',
			'the final, row 2, person p2'
		],
		[
			'a prize',
			'"personId":"p1","prizeId"',
			'"personId":"p2","prizeId"',
			'the prizes, row 1, prize first, person p1'
		],
		['a unit', '"unitId":"u1"', '"unitId":"u2"', 'the units, row 1, unit u1'],
		['the actual', '"actual":0', '"actual":1', 'round r1'],
		['the last line end', '}\n', '}', 'the frame of the file']
	])('%s', (_, from, to, place) => {
		expect(standings).toContain(from);
		const [said] = words({ standings: standings.replace(from, to) });
		expect(said).toContain(`in ${place} (byte`);
	});

	test('at every single byte of the file', () => {
		for (let at = 0; at < standings.length; at++) {
			const changed = `${standings.slice(0, at)}~${standings.slice(at + 1)}`;
			const [finding] = verify(aFolder({ standings: changed }));
			expect(finding).toMatchObject({ kind: 'standings-differ', difference: { offset: at + 1 } });
		}
	});

	test('with what was recomputed and what the file has, in Vietnamese too', () => {
		const [said] = words({ standings: standings.replace('"score":9', '"score":8') }, 'vi');
		expect(said).toMatch(
			/khác với kết quả tính lại ở .*tính lại được "score":9, trong tệp là "score":8/
		);
	});
});

describe('verify also finds', () => {
	test.each<[string, Partial<BundleFolder>, string]>([
		['no standings', { standings: null }, 'standings.json is missing'],
		['no sums', { sums: null }, 'SHA256SUMS is missing'],
		['an unreadable sum', { sums: `${aFolder().sums}oops\n` }, 'this line is not readable'],
		[
			'a changed file',
			{
				hashes: new Map([
					['contest.json', 'c'.repeat(64)],
					['standings.json', 'b'.repeat(64)]
				])
			},
			'contest.json is not as published'
		],
		[
			'a listed file that is gone',
			{ hashes: new Map([['contest.json', 'a'.repeat(64)]]) },
			'standings.json is listed here but'
		],
		[
			'a file that is not listed',
			{ hashes: new Map([...aFolder().hashes, ['more.txt', 'd'.repeat(64)]]) },
			'more.txt is in the folder but'
		]
	])('%s', (_, changes, said) => {
		expect(words(changes)).toEqual([expect.stringContaining(said)]);
	});

	test('a seed that is not the one committed to', () => {
		const rounds = [aRound({ draw: { commitment: '0'.repeat(64), seed: SEED } })];
		const forged = { ...bundle, contest: { ...bundle.contest, rounds } };
		expect(words(sourceOf(forged))).toEqual([
			"round r1: the draw's seed does not match the commitment published before the round."
		]);
	});

	test('an unsound bundle, by its own problems', () => {
		expect(words({ contest: '{}' }).length).toBeGreaterThan(3);
	});
});
