import { prisma } from '@/lib/database';
import type { TestSender } from '@/lib/ingest/test-sender';
import { makeSender } from '@/lib/ingest/test-sender';
import { flushNow } from '@/lib/telemetry/flusher';
import { sealDays, sealLateMessages } from '@/lib/telemetry/seal/run-sealing';
import { sealRun } from '@/lib/telemetry/seal/test-history';
import { write } from '@/lib/telemetry/test-write';
import { countUsage } from '@/lib/telemetry/usage/count-usage';
import type { Account } from './account';

const DAY_MS = 86_400_000;
const STEP_MS = 10 * 60_000;

/** A datasource that has sent a message every ten minutes for so many days: packed and counted, as by the server itself. */
export async function makeStoredHistory(
  account: Account,
  { name, days }: { name: string; days: number },
): Promise<TestSender> {
  const sender = await makeSender({ caller: account.caller, cookie: '' });
  await prisma().datasource.update({ where: { id: sender.datasourceId }, data: { name } });
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const messages = [];
  for (let at = today - days * DAY_MS; at < today; at += STEP_MS)
    messages.push({
      at,
      values: { temperature: Math.round(2_000 + ((at / STEP_MS) % 500)) / 100, state: 'on' },
    });
  for (let from = 0; from < messages.length; from += 2_000)
    await write(sender, messages.slice(from, from + 2_000));
  await flushNow();
  await sealDays(sealRun(Date.now()));
  await sealLateMessages(sealRun(Date.now()));
  await countUsage(Date.now());
  return sender;
}
