import { sharedOnce } from '@/lib/shared-state';
import type { Batch } from './write-lane';

/** An import that is being written: its rows are locked until its commit, seconds away. */
type RunningImport = { datasource: number; fromUs: number; toUs: number; over: Promise<void> };

const running = sharedOnce('running-imports', () => new Set<RunningImport>());

/** Says that rows of these times are being written; answers how to say that it is over. */
export function beginImport(datasource: number, fromUs: number, toUs: number): () => void {
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const entry = { datasource, fromUs, toUs, over };
  running().add(entry);
  return () => {
    running().delete(entry);
    end();
  };
}

/**
 * The import whose rows a batch may meet: the batch waits for its end here, rather than in the database, where it would
 * hold up everybody whose messages travel with it. A message of now meets no import of the past.
 */
export function importThatMeets({ memory, messages }: Batch): Promise<void> | undefined {
  if (running().size === 0) return undefined;
  for (const { datasource, fromUs, toUs, over } of running()) {
    if (datasource !== memory.number) continue;
    for (const { hasOwnTime, timeUs } of messages) {
      if (hasOwnTime && timeUs >= fromUs && timeUs <= toUs) return over;
    }
  }
  return undefined;
}
