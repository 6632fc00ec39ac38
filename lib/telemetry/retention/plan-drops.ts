import { keptDays } from './horizon';
import { type KeptDatasource, type KeptWorkspace, keptBytes, retentionOf } from './packed-days';

/** What of a datasource's day goes, and why: it is older than what is kept, or the workspace is above its cap. */
export type Drop = {
  datasource: KeptDatasource;
  day: number;
  part: 'readings' | 'summaries';
  reason: 'age' | 'cap';
  readings: number;
  bytes: number;
};

/**
 * What has to go today. By age only what was not packed today: of an import of old days, summaries need all readings
 * first. Above the cap the oldest days of all datasources go first, summaries only when no readings are left.
 */
export function planDrops(workspace: KeptWorkspace, today: number): Drop[] {
  const drops: Drop[] = [];
  const left: Drop[] = [];
  for (const datasource of workspace.datasources) {
    const kept = keptDays(retentionOf(workspace, datasource));
    for (const { day, readings, chunkBytes, summaryBytes, packedOn } of datasource.days) {
      const isPacked = packedOn < today;
      const parts = [
        { part: 'readings', readings, bytes: chunkBytes, isOld: day < today - kept.raw },
        { part: 'summaries', readings: 0, bytes: summaryBytes, isOld: day < today - kept.summary },
      ] as const;
      for (const { part, readings, bytes, isOld } of parts) {
        if (bytes === 0) continue;
        const goes = isOld && isPacked;
        const drop: Drop = { datasource, day, part, reason: goes ? 'age' : 'cap', readings, bytes };
        (goes ? drops : left).push(drop);
      }
    }
  }
  const { storageBytesMax } = workspace;
  if (storageBytesMax === null) return drops;
  const freed = drops.reduce((sum, { bytes }) => sum + bytes, 0);
  let excess = keptBytes(workspace.datasources) - freed - storageBytesMax;
  left.sort((a, b) => rank(a) - rank(b) || a.day - b.day);
  for (const drop of left) {
    if (excess <= 0) break;
    drops.push(drop);
    excess -= drop.bytes;
  }
  return drops;
}

const rank = ({ part }: Drop): number => (part === 'readings' ? 0 : 1);
