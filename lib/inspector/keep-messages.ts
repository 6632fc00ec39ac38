import type { ReadingValue } from '@/lib/live/protocol';
import type { Message } from '@/lib/telemetry/message';
import { maskText } from './mask-secrets';
import { MESSAGES_KEPT, type ReadMessage } from './schema';

/** Characters of all kept messages together, as JSON. */
const CHARACTERS_MAX = 16_384;

/** The first messages of a request, as many as are shown. */
export function keepMessages(messages: readonly Message[]): ReadMessage[] {
  const list: ReadMessage[] = [];
  let characters = 0;
  for (const { timeUs, keys, values } of messages.slice(0, MESSAGES_KEPT)) {
    const message: ReadMessage = { timeUs: timeUs ?? null, keys: [], values: [] };
    for (const [i, key] of keys.entries()) {
      characters += key.length + JSON.stringify(values[i]).length;
      if (characters > CHARACTERS_MAX) break;
      message.keys.push(maskText(key));
      message.values.push(masked(values[i]));
    }
    list.push(message);
  }
  return list;
}

function masked(value: ReadingValue | undefined): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value !== 'object') return value;
  const text = JSON.stringify(value);
  const without = maskText(text);
  return without === text ? value : JSON.parse(without);
}
