import { randomBytes } from 'node:crypto';
import { PostgresListener } from './postgres-listener';
import type { NoticeHandler } from './postgres-notice';
import { PostgresNotifier } from './postgres-notifier';
import { sharedOnce } from './shared-state';

type Channel = { listener: PostgresListener; notifier: PostgresNotifier };

const NAME = 'postgres-channel';

const channel = sharedOnce<{ current: Channel | undefined }>(NAME, () => ({ current: undefined }));

function open(): Channel {
  const state = channel();
  if (!state.current) {
    const origin = randomBytes(6).toString('base64url');
    state.current = { listener: new PostgresListener(origin), notifier: new PostgresNotifier(origin) };
  }
  return state.current;
}

/**
 * Tells all processes on this database, this one included, over PostgreSQL's NOTIFY. What is said while a statement
 * is under way goes with the next one. Payloads of any length: a long one takes the way over a table.
 * Resolves (never rejects) when it is sent, or when it is settled that listeners will be told to refresh instead.
 */
export function notify(name: string, payload: string): Promise<void> {
  return open().notifier.send(name, payload);
}

/** Listens to a channel, on one connection per process that is made when first needed. Answers how to stop. */
export function onNotice(name: string, handler: NoticeHandler): () => void {
  return open().listener.add(name, handler);
}

/** Sends what still waits and closes the connection, before the pool is closed. It opens again when needed. */
export async function closePostgresChannel(): Promise<void> {
  const state = channel();
  const { current } = state;
  state.current = undefined;
  await current?.notifier.close();
  await current?.listener.close();
}
