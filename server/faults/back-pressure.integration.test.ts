import fs from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { closeDatabase } from '@/lib/database';
import { makeSender } from '@/lib/ingest/test-sender';
import { checkStored } from './check-stored';
import { Instance } from './instance';
import { Load } from './load';
import { Random } from './random';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 90_000 });

const random = new Random(1);
let instance: Instance;

beforeAll(async () => {
  instance = await Instance.start();
});
afterAll(() => instance.stop());

const residentMb = (): number => {
  const status = fs.readFileSync(`/proc/${instance.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
};

it.skipIf(process.platform !== 'linux')(
  'holds a bounded queue while PostgreSQL stands still, refuses the rest, and takes all that it kept afterwards [G3]',
  async () => {
    const sender = await makeSender();
    const options = { url: () => instance.anyUrl(random), key: sender.key, random, retryMs: 400 };
    const load = new Load({ ...options, connections: 300, messagesMax: 2_000 });
    await load.nextAcknowledgement();
    const before = residentMb();
    instance.signalPostgres('SIGSTOP');
    let most = 0;
    try {
      for (const until = Date.now() + 8_000; Date.now() < until; await wait(50))
        most = Math.max(most, residentMb());
    } finally {
      instance.signalPostgres('SIGCONT');
    }
    await load.nextAcknowledgement();
    await load.stop();
    await closeDatabase();
    const { acknowledged } = await checkStored(sender, load.sent);
    console.log(
      `memory ${before.toFixed(0)} MB, at most ${most.toFixed(0)} MB`,
      Object.fromEntries(load.answers),
    );
    expect(acknowledged).toBeGreaterThan(50);
    expect(load.answers.get('429 too_many_requests')).toBeGreaterThan(0);
    expect(most - before).toBeLessThan(400);
  },
);
