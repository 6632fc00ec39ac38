import fs from 'node:fs/promises';
import path from 'node:path';
import { pool } from '@/lib/database';
import { env } from '@/lib/env';

export type DiskSpace = { freeBytes: number; totalBytes: number };

/** Space on the disk of the embedded database; null when the database is elsewhere, where we can't look. */
export async function readDiskSpace(): Promise<DiskSpace | null> {
  try {
    // Only an owner of the database is told, which for the embedded one we are.
    const { rows } = await pool().query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    );
    const folder = await fs.realpath(/* turbopackIgnore: true */ rows[0]?.folder ?? '');
    const own = await fs.realpath(/* turbopackIgnore: true */ env().DATA_DIR);
    if (!folder.startsWith(own + path.sep)) return null;
    const { bavail, blocks, bsize } = await fs.statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return null;
  }
}
