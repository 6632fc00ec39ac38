import path from 'node:path';
import { env } from '@/lib/env';
import type { BlobStore } from './blob-store';
import { LocalBlobStore } from './local-blob-store';

const stores = new Map<string, BlobStore>();

/** The instance's blob storage: the folder `blobs` in the data folder. */
export function blobs(): BlobStore {
  const folder = path.resolve(/* turbopackIgnore: true */ env().DATA_DIR, 'blobs');
  const known = stores.get(folder);
  if (known) return known;
  const made = new LocalBlobStore(folder);
  stores.set(folder, made);
  return made;
}
