import type { Message } from '@/lib/telemetry/message';
import { flattenMessage } from '../../flatten-message';
import { parseTimestamp } from '../../parse-timestamp';
import type { ReadContext } from '../format';

/** The attributes of an event that matter to us; as the sender wrote them. */
export type Attributes = {
  specversion?: unknown;
  id?: unknown;
  source?: unknown;
  type?: unknown;
  time?: unknown;
};

/** Where an event's parts stand, for words to the sender. */
export type Places = {
  path: (string | number)[];
  dataPath: (string | number)[];
  /** An attribute is a field, or a header. */
  nameOf: (attribute: string) => string;
};

const REQUIRED = ['specversion', 'id', 'source', 'type'] as const;

/**
 * The message of an event: its data, at the event's time. An event that is sent again (same source, id and so time)
 * replaces itself.
 */
export function eventMessage(
  attributes: Attributes,
  data: unknown,
  { path, dataPath, nameOf }: Places,
  context: ReadContext,
): Message {
  const { faults } = context;
  for (const name of REQUIRED) {
    const value = attributes[name];
    if (typeof value !== 'string' || value === '')
      faults.add([...path, nameOf(name)], `A CloudEvent needs "${nameOf(name)}": a text.`);
  }
  const { specversion, time } = attributes;
  if (typeof specversion === 'string' && specversion !== '' && !/^1\.\d+$/.test(specversion))
    faults.add(
      [...path, nameOf('specversion')],
      `CloudEvents ${specversion.slice(0, 20)} is not read here: send version 1.0.`,
    );
  const message = readData(data, dataPath, context);
  if (time === undefined || time === null) return message;
  const parsed =
    typeof time === 'string'
      ? parseTimestamp(time, context)
      : { fault: 'The time of an event is a text, RFC 3339.' };
  if ('timeUs' in parsed) message.timeUs = parsed.timeUs;
  else faults.add([...path, nameOf('time')], parsed.fault);
  return message;
}

function readData(data: unknown, path: (string | number)[], context: ReadContext): Message {
  if (data !== undefined) return flattenMessage(data, path, context);
  context.faults.add(path, 'The event has no data: readings are expected there.');
  return { timeUs: undefined, keys: [], values: [] };
}
