import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone that this command belongs to, whatever the current folder is. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const migrationsFolder = path.join(projectRoot, 'migrations');
/** One folder for each build of the web app (build.ts). */
export const buildsFolder = path.join(projectRoot, 'build');
