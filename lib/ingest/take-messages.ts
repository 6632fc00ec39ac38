import type { DatasourceRef, Message } from '@/lib/telemetry/message';
import { writeMessages } from '@/lib/telemetry/write-messages';
import { findUnequalLengths, holdsStructure } from './check-structures';
import type { Taken } from './endpoint/endpoint';
import { Faults } from './faults';
import type { BodyFormat, ReadContext } from './format/format';
import { jsonFormat } from './format/json/json';
import { METRICS_MAX } from './limits';

/** The messages of a whole body, all of them good. @throws Problem that names every fault */
export function readMessages(format: BodyFormat, body: Buffer, context: ReadContext): Message[] {
  const messages = format.read(body, context);
  if (context.faults.count > 0) throw context.faults.problem();
  return messages;
}

/** Stores the messages of one request, all or none: everything that is behind reading. Answers after the commit. */
export async function storeMessages(
  datasource: DatasourceRef,
  messages: readonly Message[],
  { arrivedMs, faults }: Pick<ReadContext, 'arrivedMs' | 'faults'>,
): Promise<Taken> {
  if (messages.some(holdsStructure)) await findUnequalLengths(datasource, messages, faults);
  if (faults.count > 0) throw faults.problem('unequal_lengths');
  await writeMessages(datasource, messages, { arrivedMs, metricsMax: METRICS_MAX });
  let readings = 0;
  for (const message of messages) readings += message.keys.length;
  return { messages: messages.length, readings };
}

/** Takes JSON that comes another way than by a request: a test reading of a member. The same rules. */
export async function takeJson(datasource: DatasourceRef, body: Buffer): Promise<Taken> {
  const context: ReadContext = {
    arrivedMs: Date.now(),
    query: new URLSearchParams(),
    header: () => undefined,
    rules: undefined,
    faults: new Faults(),
  };
  return storeMessages(datasource, readMessages(jsonFormat, body, context), context);
}
