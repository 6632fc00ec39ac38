import { applyFieldRules } from '@/lib/field-rules/apply-field-rules';
import type { DatasourceRef, Message } from '@/lib/telemetry/message';
import { writeMessages } from '@/lib/telemetry/write-messages';
import { findUnequalLengths, holdsStructure } from './check-structures';
import type { Taken } from './endpoint/endpoint';
import type { BodyFormat, ReadContext } from './format/format';
import { METRICS_MAX } from './limits';

/** The messages of a whole body, all of them good. @throws Problem that names every fault */
export function readMessages(format: BodyFormat, body: Buffer, context: ReadContext): Message[] {
  const messages = format.read(body, context);
  const { faults, rules, arrivedMs } = context;
  if (faults.count > 0) throw faults.problem();
  return rules ? messages.map((message) => applyFieldRules(message, rules, arrivedMs)) : messages;
}

/** Stores the messages of one request, all or none: everything that is behind reading. Answers after the commit. */
export async function storeMessages(
  datasource: DatasourceRef,
  messages: readonly Message[],
  { arrivedMs, faults }: Pick<ReadContext, 'arrivedMs' | 'faults'>,
): Promise<Taken> {
  if (messages.some(holdsStructure)) await findUnequalLengths(datasource, messages, faults);
  if (faults.count > 0) throw faults.problem('unequal_lengths');
  if (messages.length > 0) await writeMessages(datasource, messages, { arrivedMs, metricsMax: METRICS_MAX });
  let readings = 0;
  for (const message of messages) readings += message.keys.length;
  const { dropped, whyDropped } = faults;
  const taken = { messages: messages.length, readings };
  return whyDropped === undefined ? taken : { ...taken, dropped: { count: dropped, why: whyDropped } };
}
