import type { Message } from '@/lib/telemetry/message';
import { flattenMessage } from '../../flatten-message';
import type { BodyFormat, ReadContext } from '../format';
import { bodyText, checkMessageCount, parseJson } from './parse-json';

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json$/;

/** One message, or an array of messages: what most senders write. */
export const jsonFormat: BodyFormat = {
  kind: 'json',
  contentType: 'application/json',
  accepts: (contentType) => contentType === 'application/json' || JSON_TYPE.test(contentType),
  read(body, context) {
    const document = parseJson(bodyText(body));
    if (Array.isArray(document)) return readArray(document, context);
    context.faults.isSingle = true;
    return [flattenMessage(document, [], context)];
  },
};

function readArray(items: readonly unknown[], context: ReadContext): Message[] {
  checkMessageCount(items.length);
  const messages: Message[] = [];
  for (let i = 0; i < items.length; i++) messages.push(flattenMessage(items[i], [i], context));
  return messages;
}
