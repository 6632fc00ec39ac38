import type { Message } from '@/lib/telemetry/message';
import { flattenMessage } from '../../flatten-message';
import { readBinaryEvent } from '../cloudevents/cloudevents';
import type { BodyFormat, ReadContext } from '../format';
import { isTelegraf, readTelegraf } from '../telegraf/telegraf';
import { bodyText, checkMessageCount, parseJson } from './parse-json';

const VENDOR_TYPE = /^application\/[\w.+-]+\+json$/;

/**
 * One message, or an array of messages: what most senders write. Telegraf's documents, and CloudEvents whose attributes
 * are headers, are sent as JSON too, and told by their looks.
 */
export const jsonFormat: BodyFormat = {
  kind: 'json',
  contentType: 'application/json',
  accepts: (contentType) => contentType === 'application/json' || contentType === 'text/json',
  read(body, context) {
    const document = parseJson(bodyText(body));
    if (Array.isArray(document)) return readArray(document, context);
    context.faults.isSingle = true;
    const event = readBinaryEvent(document, context);
    if (event) return [event];
    if (isObject(document) && isTelegraf(document)) return readTelegraf(document, context);
    return [flattenMessage(document, [], context)];
  },
};

/** JSON under the name of somebody's own type: `application/vnd.acme+json`. */
export const vendorJsonFormat: BodyFormat = {
  ...jsonFormat,
  accepts: (contentType) => VENDOR_TYPE.test(contentType),
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function readArray(items: readonly unknown[], context: ReadContext): Message[] {
  checkMessageCount(items.length);
  const messages: Message[] = [];
  const path = [0];
  for (let i = 0; i < items.length; i++) {
    path[0] = i;
    messages.push(flattenMessage(items[i], path, context));
  }
  return messages;
}
