import { type Clock, parseTimestamp } from '@/lib/ingest/parse-timestamp';
import type { ReadingValue } from '@/lib/live/protocol';
import type { Message } from '@/lib/telemetry/message';
import { convertValue } from './convert-value';
import { indexRules, type RuleIndex } from './index-rules';
import type { FieldRules } from './schema';

/**
 * Reads a flattened message as its datasource's rules say: picks its time, leaves out what is ignored, converts and
 * renames the rest. Pure, never throws, and never loses a value that is not ignored: what a rule can't do is left as
 * it came. Ingest and the preview in the browser use the same function.
 * @param message as a format read it, with `timeKeysOf(rules)` as the names of its time; not changed
 */
export function applyFieldRules(message: Message, rules: FieldRules | undefined, clock: Clock): Message {
  if (rules === undefined) return message;
  const index = indexRules(rules);
  const read: Message = { timeUs: rules.useArrival ? undefined : message.timeUs, keys: [], values: [] };
  /** The keys as they came, beside those in `read`. */
  const came: string[] = [];
  for (const [i, key] of message.keys.entries()) {
    const value = message.values[i] as ReadingValue;
    if (key === rules.timeKey && !rules.useArrival && takeTime(read, value, clock)) continue;
    if (isIgnored(key, index)) continue;
    const field = index.fields.get(key);
    came.push(key);
    read.keys.push(field?.renamedTo ?? key);
    read.values.push(field ? convertValue(value, field) : value);
  }
  if (index.renames) keepApart(read.keys, came);
  return read;
}

function takeTime(read: Message, value: ReadingValue, clock: Clock): boolean {
  const parsed = parseTimestamp(value, clock);
  if (!('timeUs' in parsed)) return false;
  read.timeUs = parsed.timeUs;
  return true;
}

export function isIgnored(key: string, index: RuleIndex): boolean {
  if (index.ignoredKeys.has(key)) return true;
  for (const prefix of index.ignoredPrefixes) if (key.startsWith(prefix)) return true;
  return index.ignoreOthers && !index.fields.has(key) && key !== index.timeKey;
}

/**
 * A message holds a data key once. Where a renamed key meets one that came by that name, it goes back to its own; that
 * may meet another renamed one, so it is looked through again. Own names differ, so it ends.
 */
function keepApart(keys: string[], came: readonly string[]): void {
  for (let again = true; again; ) {
    again = false;
    const places = new Map<string, number>();
    for (const [i, key] of keys.entries()) {
      const other = places.get(key);
      places.set(key, i);
      if (other === undefined) continue;
      const back = key === came[i] ? other : i;
      keys[back] = came[back] as string;
      again = true;
      break;
    }
  }
}
