import { randomBytes } from 'node:crypto';
import { PostgresListener } from './postgres-listener';
import type { NoticeHandler } from './postgres-notice';
import { PostgresNotifier } from './postgres-notifier';
import { sharedOnce } from './shared-state';

export type PostgresChannel = {
  /**
   * Tells all processes on this database, this one included, over PostgreSQL's NOTIFY. What is said while a
   * statement is under way goes with the next one. Payloads of any length: a long one takes the way over a table.
   * Resolves (never rejects) when it is sent, or when it is settled that listeners will be told to refresh instead.
   */
  notify: (name: string, payload: string) => Promise<void>;
  /** Listens to a channel, on one connection that is made when first needed. Answers how to stop. */
  onNotice: (name: string, handler: NoticeHandler) => () => void;
  /** Sends what still waits and closes the connection. */
  close: () => Promise<void>;
};

/** One for the whole process is enough: `notify` and `onNotice` below. */
export function createPostgresChannel(): PostgresChannel {
  const origin = randomBytes(6).toString('base64url');
  const notifier = new PostgresNotifier(origin);
  const listener = new PostgresListener(origin);
  return {
    notify: (name, payload) => notifier.send(name, payload),
    onNotice: (name, handler) => listener.add(name, handler),
    close: async () => {
      await notifier.close();
      await listener.close();
    },
  };
}

const state = sharedOnce<{ current: PostgresChannel | undefined }>('postgres-channel', () => ({
  current: undefined,
}));

function current(): PostgresChannel {
  const { current: open = createPostgresChannel() } = state();
  state().current = open;
  return open;
}

export const notify: PostgresChannel['notify'] = (name, payload) => current().notify(name, payload);

export const onNotice: PostgresChannel['onNotice'] = (name, handler) => current().onNotice(name, handler);

/** To be called before the pool is closed. The channel opens again when needed. */
export async function closePostgresChannel(): Promise<void> {
  const { current: open } = state();
  state().current = undefined;
  await open?.close();
}
