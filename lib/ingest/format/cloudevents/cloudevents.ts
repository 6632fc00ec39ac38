import type { Message } from '@/lib/telemetry/message';
import type { BodyFormat, ReadContext } from '../format';
import { bodyText, checkMessageCount, parseJson } from '../json/parse-json';
import { eventMessage, type Places } from './event';

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPE = 'application/cloudevents+json';
const BATCH_TYPE = 'application/cloudevents-batch+json';

/** CloudEvents 1.0 in structured mode, one or a batch: SPEC.md, V. */
export const cloudEventsFormat: BodyFormat = {
  kind: 'cloudevents',
  contentType: TYPE,
  accepts: (contentType) => contentType === TYPE || contentType === BATCH_TYPE,
  read(body, context) {
    const document = parseJson(bodyText(body));
    if (!Array.isArray(document)) {
      context.faults.isSingle = true;
      return [readEvent(document, [], context)];
    }
    checkMessageCount(document.length);
    return document.map((event, i) => readEvent(event, [i], context));
  },
};

function readEvent(event: unknown, path: (string | number)[], context: ReadContext): Message {
  if (!isObject(event)) {
    context.faults.add(path, 'A CloudEvent is an object.');
    return { timeUs: undefined, keys: [], values: [] };
  }
  const places = { path, dataPath: [...path, 'data'], nameOf: (name: string) => name };
  return eventMessage(event, dataOf(event, path, context), places, context);
}

function dataOf(event: Fields, path: (string | number)[], context: ReadContext): unknown {
  const { data, data_base64: packed, datacontenttype: type } = event;
  if (typeof type === 'string' && !/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) {
    context.faults.add([...path, 'datacontenttype'], 'The data of an event must be JSON.');
    return {};
  }
  if (packed === undefined) return data;
  try {
    return parseJson(bodyText(Buffer.from(String(packed), 'base64')));
  } catch {
    context.faults.add([...path, 'data_base64'], 'The packed data is no JSON.');
    return {};
  }
}

const IN_HEADERS: Places = { path: [], dataPath: [], nameOf: (name) => `ce-${name}` };

/** Binary mode: attributes are headers, the body is the data. Undefined: the request is no event. */
export function readBinaryEvent(document: unknown, context: ReadContext): Message | undefined {
  if (context.header('ce-specversion') === undefined) return undefined;
  const attribute = (name: string) => decoded(context.header(`ce-${name}`));
  const attributes = {
    specversion: attribute('specversion'),
    id: attribute('id'),
    source: attribute('source'),
    type: attribute('type'),
    time: attribute('time'),
  };
  return eventMessage(attributes, document, IN_HEADERS, context);
}

/** Headers are percent-encoded where they hold other than printable ASCII. */
function decoded(value: string | undefined): string | undefined {
  if (!value?.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
