import { setTimeout as wait } from 'node:timers/promises';
import type { RunningMachine } from './simulation/machine';
import { startPlant } from './simulation/plant';

/**
 * Plays the demo plant against the public ingest endpoint, as a gateway in a real plant would: over HTTP, with a
 * key for each machine, one POST a message. It knows nothing of the server's inside.
 */
export type SimulatorOptions = {
  /** `http://127.0.0.1:3000/api/ingest` */
  ingestUrl: string;
  /** Key of each machine's datasource, by the machine's key. */
  apiKeys: Readonly<Record<string, string>>;
  seed: number;
  signal: AbortSignal;
  onError?: (machine: string, error: unknown) => void;
  /** The whole past of every machine was acknowledged. */
  onHistorySent?: () => void;
};

const HISTORY_STEP_SECONDS = 10;
const HISTORY_BATCH = 360;
const RETRY_MS = 2_000;

/** Sending the same again can't help: the key is gone, or the body is wrong. */
class RefusedForGood extends Error {}

async function post(options: SimulatorOptions, machine: string, body: unknown): Promise<void> {
  const response = await fetch(options.ingestUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${options.apiKeys[machine]}` },
    body: JSON.stringify(body),
    signal: options.signal,
  });
  const answer = await response.text();
  if (response.ok) return;
  const told = `${machine}: ${response.status} ${answer.slice(0, 300)}`;
  const mayPass = response.status >= 500 || response.status === 429 || response.status === 408;
  throw mayPass ? new Error(told) : new RefusedForGood(told);
}

/** Sends and, while the server is away or busy, sends again: a gateway keeps what was not acknowledged. */
async function postUntilTaken(options: SimulatorOptions, machine: string, body: unknown): Promise<void> {
  while (!options.signal.aborted) {
    try {
      return await post(options, machine, body);
    } catch (error) {
      if (options.signal.aborted) return;
      options.onError?.(machine, error);
      if (error instanceof RefusedForGood) throw error;
      await wait(RETRY_MS, undefined, { signal: options.signal }).catch(() => {});
    }
  }
}

/** Lets the plant run through `seconds` of past, sent in batches, so that charts have a history from the start. */
async function sendHistory(
  options: SimulatorOptions,
  machine: RunningMachine,
  seconds: number,
): Promise<void> {
  const end = Date.now();
  let batch: unknown[] = [];
  for (let t = end - seconds * 1_000; t < end; t += HISTORY_STEP_SECONDS * 1_000) {
    batch.push({ ...machine.advance(HISTORY_STEP_SECONDS, t), timestamp: t });
    if (batch.length < HISTORY_BATCH) continue;
    await postUntilTaken(options, machine.key, batch);
    batch = [];
  }
  if (batch.length > 0) await postUntilTaken(options, machine.key, batch);
}

async function sendLive(options: SimulatorOptions, machine: RunningMachine): Promise<void> {
  let next = Date.now();
  while (!options.signal.aborted) {
    await postUntilTaken(options, machine.key, machine.advance(machine.intervalSeconds, Date.now()));
    next = Math.max(next + machine.intervalSeconds * 1_000, Date.now());
    await wait(next - Date.now(), undefined, { signal: options.signal }).catch(() => {});
  }
}

/**
 * Runs until the signal aborts. A machine without a key is left out, one whose key ends stops.
 * @param historySeconds of past to send first. What was sent of it before, under the same times or not, does no harm.
 */
export async function runSimulator(options: SimulatorOptions, historySeconds = 0): Promise<void> {
  const machines = startPlant(options.seed).filter((machine) => options.apiKeys[machine.key]);
  let withoutHistory = machines.length;
  await Promise.all(
    machines.map(async (machine) => {
      try {
        if (historySeconds > 0) {
          await sendHistory(options, machine, historySeconds);
          withoutHistory -= 1;
          if (withoutHistory === 0 && !options.signal.aborted) options.onHistorySent?.();
        }
        await sendLive(options, machine);
      } catch (error) {
        if (!(error instanceof RefusedForGood)) throw error; // told already; the other machines run on
      }
    }),
  );
}
