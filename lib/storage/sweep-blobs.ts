import { prisma } from '@/lib/database';
import { blobs } from './blobs';
import { deleteUnkeptBlobs } from './keep-file';

const HOUR_MS = 3_600_000;
const BATCH = 200;

/**
 * Removes what a killed process left behind: staged files that nobody finished, and blobs without a row (a
 * deleted workspace, a transaction that failed after the blob was stored). Young ones may still be on their way.
 */
export async function sweepBlobs(
  now = new Date(),
  signal?: AbortSignal,
): Promise<{ staged: number; deleted: number }> {
  const old = new Date(now.getTime() - HOUR_MS);
  const staged = await blobs().dropStagedBefore(new Date(now.getTime() - 24 * HOUR_MS));
  let deleted = 0;
  let batch: string[] = [];
  for await (const { hash, storedAt } of blobs().list()) {
    if (signal?.aborted) return { staged, deleted };
    if (storedAt < old) batch.push(hash);
    if (batch.length < BATCH) continue;
    deleted += await deleteUnkeptBlobs(await withoutRow(batch));
    batch = [];
  }
  return { staged, deleted: deleted + (await deleteUnkeptBlobs(await withoutRow(batch))) };
}

async function withoutRow(hashes: string[]): Promise<string[]> {
  const rows = await prisma().modelFile.findMany({ where: { hash: { in: hashes } }, select: { hash: true } });
  const kept = new Set(rows.map((row) => row.hash));
  return hashes.filter((hash) => !kept.has(hash));
}
