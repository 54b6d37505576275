import {
	createReadStream,
	createWriteStream,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { extract } from 'tar-fs';

const require = createRequire(import.meta.url);

interface Unpacked {
	readonly program: string;
	readonly libraries: string;
	readonly fonts: string;
}

/** The headless Chromium of the packages; nothing of the system's is needed but glibc. */
export async function launchBrowser(): Promise<Browser> {
	const { program, libraries, fonts } = await unpackChromium();
	return chromium.launch({
		executablePath: program,
		headless: true,
		args: [
			'--no-sandbox',
			'--disable-setuid-sandbox',
			'--disable-dev-shm-usage',
			'--disable-gpu',
			'--no-zygote',
			'--font-render-hinting=none'
		],
		env: {
			...process.env,
			LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
			FONTCONFIG_PATH: fonts
		}
	});
}

/** Into a folder of our own, named by version: the package's own way would use any leftover in /tmp. */
async function unpackChromium(): Promise<Unpacked> {
	const home = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '..');
	const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
		version: string;
	};
	const folder = path.resolve('node_modules/.cache/khoabang-chromium', version);
	if (!existsSync(path.join(folder, 'complete'))) await unpackInto(folder, path.join(home, 'bin'));
	return {
		program: path.join(folder, 'chromium'),
		libraries: path.join(folder, 'lib'),
		fonts: path.join(folder, 'fonts')
	};
}

async function unpackInto(folder: string, from: string): Promise<void> {
	const beside = `${folder}.${process.pid}`;
	mkdirSync(beside, { recursive: true });
	const packed = (name: string) =>
		[
			createReadStream(path.join(from, name)),
			createBrotliDecompress({ chunkSize: 2 ** 21 })
		] as const;
	await Promise.all([
		pipeline(
			...packed('chromium.br'),
			createWriteStream(path.join(beside, 'chromium'), { mode: 0o755 })
		),
		pipeline(...packed('al2023.tar.br'), extract(beside)),
		pipeline(...packed('fonts.tar.br'), extract(path.join(beside, 'fonts')))
	]);
	writeFileSync(path.join(beside, 'fonts', 'fonts.conf'), fontSettings(folder));
	writeFileSync(path.join(beside, 'complete'), '');
	try {
		renameSync(beside, folder);
	} catch {
		rmSync(beside, { recursive: true, force: true }); // another process was first
	}
}

function fontSettings(folder: string): string {
	const dirs = [path.join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`);
	return `<?xml version="1.0"?><fontconfig>${dirs.join('')}<cachedir>${path.join(folder, 'fc-cache')}</cachedir></fontconfig>`;
}
