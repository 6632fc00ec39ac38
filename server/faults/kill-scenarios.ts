import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pool } from '@/lib/database';
import { sealDays, sealLateMessages } from '@/lib/telemetry/seal/run-sealing';
import type { FaultContext, Scenario } from './scenario';

const SEAL_LOOP = path.join(import.meta.dirname, 'seal-loop.ts');

const aWhile = ({ random }: FaultContext, msMax = 600): Promise<void> => wait(random.between(0, msMax));

async function killServer(context: FaultContext): Promise<void> {
  await aWhile(context);
  const { instance, random } = context;
  const withPostgres = random.next() < 0.3;
  const killed = instance.killServer();
  if (withPostgres) instance.signalPostgres('SIGKILL');
  await killed;
  await instance.startServer();
}

async function killPostgres(context: FaultContext): Promise<void> {
  await aWhile(context);
  const { instance, load } = context;
  instance.signalPostgres('SIGKILL');
  // It is started again by the server, which ends when that happens too often: then whoever runs it starts it again.
  const outcome = await Promise.race([
    load.nextAcknowledgement().then(() => 'works' as const),
    instance.ended.then(() => 'ended' as const),
  ]);
  if (outcome === 'ended') await instance.startServer();
}

/** Whole requests of old days arrive, are packed, and whoever packs them is killed; or PostgreSQL, or the server. */
async function killWhileSealing(context: FaultContext): Promise<void> {
  const sealing = spawn(process.execPath, ['--import', 'tsx', SEAL_LOOP], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  try {
    await firstSealed(sealing);
    const chance = context.random.next();
    if (chance < 0.35) await killPostgres(context);
    else if (chance < 0.6) await killServer(context);
    else await aWhile(context);
  } finally {
    sealing.kill('SIGKILL');
  }
}

/** Something is being packed, or was. */
async function firstSealed(sealing: ChildProcess): Promise<void> {
  while (sealing.exitCode === null) {
    const { rowCount } = await pool().query('select from sealed_day limit 1');
    if (rowCount) return;
    await wait(20);
  }
  throw new Error(`The process that packs ended with ${sealing.exitCode}.`);
}

/** Everything is packed in the end, and still there. */
async function sealAll(): Promise<void> {
  const run = { nowMs: Date.now(), sealAfterHours: 1, signal: new AbortController().signal };
  await sealDays(run);
  await sealLateMessages(run);
}

export const KILL_SCENARIOS: readonly Scenario[] = [
  { name: 'kill-server', round: killServer },
  { name: 'kill-postgres', round: killPostgres },
  { name: 'kill-while-sealing', daysBack: [1, 2, 3], round: killWhileSealing, finish: sealAll },
];
