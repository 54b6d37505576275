// Runs after `npm install`/`npm ci`: puts two commands into node_modules/.bin.
// - node: npm 10 drops this link when several optional packages carry a `node` bin (see docs/adr).
// - khoabang: linked here and not declared as a root `bin`, or npx would install the clone into its own cache.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const bin = path.join(root, 'node_modules', '.bin');

/** @param {string} name @param {string} target */
function link(name, target) {
	if (!fs.existsSync(target)) return;
	const at = path.join(bin, name);
	fs.mkdirSync(bin, { recursive: true });
	fs.rmSync(at, { force: true });
	fs.symlinkSync(path.relative(bin, target), at);
}

if (process.platform !== 'win32') {
	const command = path.join(root, 'src/cli/khoabang.mjs');
	if (fs.existsSync(command)) fs.chmodSync(command, 0o755);
	link('node', path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`));
	link('khoabang', command);
}
