import fs from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';

/** Names of all files in blob storage, staged ones too. */
export const filesStored = (): string[] => {
  const folder = path.join(env().DATA_DIR, 'blobs');
  if (!fs.existsSync(folder)) return [];
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
};

/** Of the address of a stored file. */
export const hashOf = (url: unknown): string => String(url).split('/').at(-1) ?? '';
