import { applyFieldRules } from '@/lib/field-rules/apply-field-rules';
import type { DatasourceRef, Message } from '@/lib/telemetry/message';
import type { Alongside } from '@/lib/telemetry/write-lane';
import { writeMessages } from '@/lib/telemetry/write-messages';
import { findUnequalLengths, holdsStructure } from './check-structures';
import type { Taken } from './endpoint/endpoint';
import type { Faults } from './faults';
import type { BodyFormat, ReadContext } from './format/format';
import { METRICS_MAX } from './limits';
import { checkNotTooMany } from './message-count';

/** The messages of a whole body, all of them good. @throws Problem that names every fault */
export function readMessages(format: BodyFormat, body: Buffer, context: ReadContext): Message[] {
  const messages = format.read(body, context);
  if (context.faults.count > 0) throw context.faults.problem();
  checkNotTooMany(messages.length);
  return applyRules(messages, context);
}

/** The messages as their datasource's rules read them. */
export const applyRules = (messages: Message[], context: ReadContext): Message[] => {
  const { rules } = context;
  return rules ? messages.map((message) => applyFieldRules(message, rules, context)) : messages;
};

/** Refuses what a linked chart can't draw; without a promise where there is nothing to draw. */
export const checkStructures = (
  datasource: DatasourceRef,
  messages: readonly Message[],
  faults: Faults,
): Promise<void> | undefined =>
  messages.some(holdsStructure) ? refuseUnequal(datasource, messages, faults) : undefined;

async function refuseUnequal(
  datasource: DatasourceRef,
  messages: readonly Message[],
  faults: Faults,
): Promise<void> {
  await findUnequalLengths(datasource, messages, faults);
  if (faults.count > 0) throw faults.problem('unequal_lengths');
}

/** Stores the messages of one request, all or none: everything that is behind reading. Answers after the commit. */
export async function storeMessages(
  datasource: DatasourceRef,
  messages: readonly Message[],
  { arrivedMs, faults }: Pick<ReadContext, 'arrivedMs' | 'faults'>,
  alongside?: Alongside,
): Promise<Taken> {
  const checked = checkStructures(datasource, messages, faults);
  if (checked) await checked;
  if (messages.length > 0)
    await writeMessages(datasource, messages, { arrivedMs, metricsMax: METRICS_MAX, alongside });
  let readings = 0;
  for (const message of messages) readings += message.keys.length;
  const { dropped, whyDropped } = faults;
  return {
    messages: messages.length,
    readings,
    ...(whyDropped === undefined ? {} : { dropped: { count: dropped, why: whyDropped } }),
  };
}
