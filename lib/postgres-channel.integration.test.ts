import { describe, expect, it, vi } from 'vitest';
import { pool } from './database';
import { closePostgresChannel, notify, onNotice } from './postgres-channel';
import { channelName } from './postgres-notice';
import { PostgresNotifier } from './postgres-notifier';
import { useTestDatabase } from './test-database';

useTestDatabase();

const until = (condition: () => unknown) => vi.waitUntil(condition, { timeout: 10_000 });

/** Another process on the same database, as far as notices go. */
const other = new PostgresNotifier('other-12');

function listen(name: string) {
  const heard: { payload: string; isOwn: boolean }[] = [];
  const missed = vi.fn();
  const stop = onNotice(name, { notice: (payload, isOwn) => heard.push({ payload, isOwn }), missed });
  return { heard, missed, stop, payloads: () => heard.map(({ payload }) => payload) };
}

async function listening(name: string) {
  const made = listen(name);
  await until(() => made.missed.mock.calls.length > 0);
  return made;
}

const terminateListeners = () =>
  pool().query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'twinnoverse-listen' and datname = current_database()`,
  );

describe('notices', () => {
  it('reach who listens, own ones marked, on their channel only, until it stops', async () => {
    const [keys, jobs] = [await listening('keys'), await listening('jobs')];
    await notify('keys', 'mine');
    await other.send('keys', 'theirs');
    await until(() => keys.heard.length === 2);
    expect(keys.heard).toEqual([
      { payload: 'mine', isOwn: true },
      { payload: 'theirs', isOwn: false },
    ]);
    keys.stop();
    await other.send('keys', 'later');
    await other.send('jobs', 'go');
    await until(() => jobs.heard.length === 1);
    expect([keys.heard.length, jobs.payloads()]).toEqual([2, ['go']]);
  });

  it('keep their order and their text, however long', async () => {
    const { payloads } = await listening('long');
    const sent = ['é'.repeat(3_995), 'é'.repeat(3_996), 'short', `"\\ '${'x'.repeat(400_000)}`, '', 'end'];
    await Promise.all(sent.map((payload) => other.send('long', payload)));
    await until(() => payloads().length === sent.length);
    expect(payloads()).toEqual(sent);
    const { rows } = await pool().query('select length(payload) as long from live_payload order by id');
    expect(rows.map(({ long }) => long)).toEqual([3_996, 400_004]);
  });

  it('travel together when they are said together', async () => {
    const { payloads } = await listening('many');
    const query = vi.spyOn(pool(), 'query');
    await Promise.all(Array.from({ length: 500 }, (_, i) => other.send('many', `${i}`)));
    expect(query.mock.calls.length).toBe(1);
    await until(() => payloads().length === 500);
    expect(payloads().map(Number)).toEqual(Array.from({ length: 500 }, (_, i) => i));
  });

  it('that nobody of ours sent are heard too', async () => {
    const { heard } = await listening('raw');
    await pool().query('select pg_notify($1, $2)', [await channelName('raw'), 'by hand']);
    await until(() => heard.length === 1);
    expect(heard).toEqual([{ payload: 'by hand', isOwn: false }]);
  });
});

describe('what was missed', () => {
  it('is told after a lost connection, which comes back by itself', async () => {
    const { missed, payloads } = await listening('cut');
    await terminateListeners();
    await until(() => missed.mock.calls.length === 2);
    await other.send('cut', 'again');
    await until(() => payloads().length === 1);
  });

  it('is told when a sender could not send', async () => {
    const { missed, payloads } = await listening('fail');
    vi.spyOn(pool(), 'query').mockRejectedValueOnce(new Error('Connection terminated') as never);
    await other.send('fail', 'never comes');
    await until(() => missed.mock.calls.length === 2);
    await other.send('fail', 'comes');
    await until(() => payloads().length > 0);
    expect(payloads()).toEqual(['comes']);
  });

  it('is told when a long one is gone before it was read', async () => {
    const { missed, payloads } = await listening('gone');
    await pool().query('select pg_notify($1, $2)', [await channelName('gone'), 'other-12#999999']);
    await until(() => missed.mock.calls.length === 2);
    expect(payloads()).toEqual([]);
  });

  it('does not stop one handler for the fault of another', async () => {
    const stop = onNotice('faulty', {
      notice: () => {
        throw new Error('faulty');
      },
    });
    const { payloads } = listen('faulty');
    await until(async () => {
      await other.send('faulty', 'a');
      return payloads().length > 0;
    });
    stop();
  });
});

it('closes, and opens again when needed', async () => {
  await listening('close');
  await closePostgresChannel();
  const { rows } = await pool().query(
    `select from pg_stat_activity where application_name = 'twinnoverse-listen' and datname = current_database()`,
  );
  expect(rows.length).toBe(0);
  const { payloads } = await listening('close');
  await notify('close', 'a');
  await until(() => payloads().length === 1);
});
