import type { Message } from '@/lib/telemetry/message';
import { KEY_LENGTH_MAX, METRICS_MAX } from './limits';
import { isPlainName } from './plain-name';

/** Of the last message that was nothing but numbers: the next one has the same, mostly, and shares them. */
let lastKeys: string[] = [];

/**
 * The common message: numbers under plain names, and perhaps a time. It is made as small as it can be, as thousands may
 * wait for one commit, and whatever lives so long is copied by the collector. Answers false, with nothing done, when a
 * message is anything else, good or bad: then it is looked at piece by piece.
 */
export function flattenNumbers(
  value: Record<string, unknown>,
  timeKey: string | undefined,
  message: Message,
): boolean {
  const names = Object.keys(value);
  const count = timeKey === undefined ? names.length : names.length - 1;
  if (count === 0 || count > METRICS_MAX) return false;
  const numbers = new Array<number>(count);
  let known = lastKeys.length === count;
  let at = 0;
  for (const name of names) {
    if (name === timeKey) continue;
    const number = value[name];
    if (typeof number !== 'number' || !Number.isFinite(number)) return false;
    if (known && name !== lastKeys[at]) known = false;
    numbers[at++] = number;
  }
  if (!known) {
    const keys = timeKey === undefined ? names : names.filter((name) => name !== timeKey);
    for (const key of keys) if (key.length > KEY_LENGTH_MAX || !isPlainName(key)) return false;
    lastKeys = keys;
  }
  message.keys = lastKeys;
  message.values = numbers;
  return true;
}
