// `npm test`: every check of the project, each with its time, then one line `N passed, N failed`.
// Plain JavaScript for any Node ≥ 20: it goes on under the packaged Node 24.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

if (Number(process.versions.node.split('.')[0]) < 24) goOnUnderPackagedNode();
else process.exitCode = await main();

function goOnUnderPackagedNode() {
	const node = path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
	if (!fs.existsSync(node)) {
		console.error(
			`Node 24 is missing for ${process.platform}-${process.arch}: run "npm ci" on Linux x64.`
		);
		console.log('0 passed, 1 failed');
		process.exit(1);
	}
	const run = spawnSync(node, [fileURLToPath(import.meta.url)], { stdio: 'inherit' });
	process.exit(run.status ?? 1);
}

/** @typedef {{ name: string, ok: boolean }} Step */

async function main() {
	const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'khoabang-test-'));
	try {
		/** @type {Step[]} */
		const steps = [await step('sync', tool('@sveltejs/kit/svelte-kit.js', 'sync'))];
		steps.push(
			...(await Promise.all([
				step(
					'types',
					tool('svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human')
				),
				step('lint', tool('eslint/bin/eslint.js', '--max-warnings', '0', '.')),
				step('format', tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'))
			])),
			await step('build', ['--no-warnings', 'src/cli/khoabang.mjs', 'build'])
		);
		const tests = await runTests(scratch, steps);
		steps.push(await refusalStep(path.join(scratch, 'refusals')));
		return conclude(steps, tests);
	} finally {
		fs.rmSync(scratch, { recursive: true, force: true });
	}
}

/** @param {string} script @param {string[]} args */
function tool(script, ...args) {
	return [path.join('node_modules', script), ...args];
}

/**
 * Runs one check; what it printed is shown only when it failed.
 * @param {string} name @param {string[]} args @returns {Promise<Step>}
 */
async function step(name, args) {
	const from = performance.now();
	const { code, output } = await run(args, 'pipe');
	report(name, code === 0, from);
	if (code !== 0) console.log(output);
	return { name, ok: code === 0 };
}

/** @param {string} name @param {boolean} ok @param {number} from */
function report(name, ok, from) {
	const seconds = ((performance.now() - from) / 1000).toFixed(1);
	console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds} s`);
}

/**
 * @param {string[]} args @param {'pipe' | 'inherit'} output @param {Record<string, string>} [env]
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(args, output, env = {}) {
	return new Promise((resolve) => {
		const bin = path.join(root, 'node_modules/.bin');
		const child = spawn(process.execPath, args, {
			stdio: ['ignore', output, output],
			env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, ...env }
		});
		let text = '';
		child.stdout?.on('data', (chunk) => (text += chunk));
		child.stderr?.on('data', (chunk) => (text += chunk));
		child.on('close', (code) => resolve({ code: code ?? 1, output: text }));
	});
}

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Without a build there is nothing for the browser to see: its tests are left out, which counts as a failure.
 * @param {string} scratch @param {Step[]} steps @returns {Promise<Counts>}
 */
async function runTests(scratch, steps) {
	const isBuilt = steps.every(({ name, ok }) => name !== 'build' || ok);
	const from = performance.now();
	const file = path.join(scratch, 'vitest.json');
	const refusals = path.join(scratch, 'refusals');
	fs.mkdirSync(refusals);
	const { code } = await run(
		tool(
			'vitest/vitest.mjs',
			'run',
			...(isBuilt ? [] : ['--project', '!e2e']),
			'--reporter=default',
			'--reporter=json',
			`--outputFile=${file}`
		),
		'inherit',
		{ KHOABANG_TEST_REFUSALS: refusals }
	);
	const counts = fs.existsSync(file)
		? countsOf(JSON.parse(fs.readFileSync(file, 'utf8')))
		: { passed: 0, failed: 1 };
	if (code !== 0 && counts.failed === 0) counts.failed = 1;
	report('tests', counts.failed === 0, from);
	return counts;
}

/**
 * From Vitest's own report. A file that could not be loaded, a test that was skipped and a kind of tests of
 * which there is none are failures too.
 * @param {any} report @returns {Counts}
 */
function countsOf(report) {
	let passed = 0;
	let failed = 0;
	for (const file of report.testResults) {
		if (file.assertionResults.length === 0) failed += 1;
		for (const test of file.assertionResults) {
			if (test.status === 'passed') passed += 1;
			else failed += 1;
			if (test.status !== 'passed' && test.status !== 'failed')
				console.log(`not run: ${test.fullName}`);
		}
	}
	for (const kind of ['/tests/architecture/', '/src/', '/tests/integration/', '/tests/e2e/']) {
		if (report.testResults.some((/** @type {any} */ file) => file.name.includes(kind))) continue;
		console.log(`no tests in ${kind}`);
		failed += 1;
	}
	return { passed, failed };
}

/**
 * Every way a room says no must have been provoked by some test.
 * @param {string} folder @returns {Promise<Step>}
 */
async function refusalStep(folder) {
	const from = performance.now();
	const provoked = new Set(
		fs
			.readdirSync(folder)
			.flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n'))
	);
	const missing = (await listedRefusals()).filter(({ code }) => !provoked.has(code));
	report('refusals', missing.length === 0, from);
	for (const { file, code } of missing) console.log(`no test provokes "${code}" of ${file}`);
	return { name: 'refusals', ok: missing.length === 0 };
}

async function listedRefusals() {
	const files = fs
		.readdirSync('src/lib', { recursive: true })
		.map((name) => path.join('src/lib', String(name)))
		.filter((name) => path.basename(name) === 'refusals.ts');
	const listed = [];
	for (const file of files) {
		const module = await import(pathToFileURL(path.resolve(file)).href);
		for (const table of Object.values(module))
			if (typeof table === 'object')
				listed.push(...Object.keys(table).map((code) => ({ file, code })));
	}
	return listed;
}

/** @param {Step[]} steps @param {Counts} tests */
function conclude(steps, tests) {
	const broken = steps.filter(({ ok }) => !ok);
	for (const { name } of broken) console.log(`failed check: ${name}`);
	const failed = tests.failed + broken.length + (tests.passed === 0 ? 1 : 0);
	console.log(`${tests.passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}
