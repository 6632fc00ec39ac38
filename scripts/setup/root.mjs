import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's own folder: every command works from any folder. */
export const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
