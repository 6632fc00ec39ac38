import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FaultContext, Scenario } from './scenario';
import { SmallDisk } from './small-disk';

const DISK_BYTES = 400e6;
/** Less than the server leaves to PostgreSQL (storage-guard.ts), enough for it to go on. */
const NEARLY_FULL_BYTES = 10e6;
const REFUSED_MS_MAX = 20_000;

let disk: SmallDisk | undefined;

function makeDisk(): string {
  disk = SmallDisk.make(DISK_BYTES);
  const dataFolder = path.join(disk.folder, 'data');
  fs.mkdirSync(dataFolder, { mode: 0o711 });
  return dataFolder;
}

/** The disk fills up, now and then to the last byte; senders are told so; then somebody makes room. */
async function fillDisk({ load, random }: FaultContext): Promise<void> {
  disk?.fill(random.next() < 0.4 ? 0 : NEARLY_FULL_BYTES);
  try {
    const told = load.answers.get('503 storage_full') ?? 0;
    const until = Date.now() + REFUSED_MS_MAX;
    while ((load.answers.get('503 storage_full') ?? 0) === told) {
      if (Date.now() > until) throw new Error('Nobody was told that the disk is full.');
      await wait(50);
    }
    await wait(random.between(0, 3_000));
  } finally {
    disk?.makeRoom();
  }
}

export const DISK_SCENARIOS: readonly Scenario[] = [
  {
    name: 'disk-full',
    skip: () => SmallDisk.whyNot(),
    makeDataFolder: makeDisk,
    round: fillDisk,
    cleanUp: () => disk?.remove(),
  },
];
