import { timeKeysOf } from '@/lib/field-rules/time-keys';
import type { ReadingValue } from '@/lib/live/protocol';
import { UNSTORABLE } from '@/lib/storable-text';
import type { Message } from '@/lib/telemetry/message';
import { hasForbiddenStep, hasUnfitCharacters } from './data-key-rules';
import type { Faults } from './faults';
import { flattenNumbers } from './flatten-numbers';
import type { ReadContext } from './format/format';
import { NOT_A_NUMBER } from './format/json/not-a-number';
import { ARRAY_LENGTH_MAX, DEPTH_MAX, KEY_LENGTH_MAX, METRICS_MAX, TEXT_LENGTH_MAX } from './limits';
import { type Clock, parseTimestamp } from './parse-timestamp';
import { isPlainName } from './plain-name';

type Walk = {
  message: Message;
  path: (string | number)[];
  faults: Faults;
  /** Keys of one object differ by themselves; only dots and trimmed spaces can bring two together. */
  mayRepeat: boolean;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Turns one object of a body into a message (rules F1 to F10 of SPEC.md): numbers, texts and booleans become
 * readings under their dotted key; an object that holds arrays, and an array, is kept whole; null is no value.
 * What is wrong goes to `faults`, by position and field. A hot path: plain loops, no copies.
 */
export function flattenMessage(
  value: unknown,
  path: (string | number)[],
  context: Clock & Pick<ReadContext, 'faults'> & Partial<Pick<ReadContext, 'rules'>>,
): Message {
  const { faults, rules } = context;
  const message: Message = { timeUs: undefined, keys: [], values: [] };
  if (!isObject(value)) {
    faults.add(path, `A message is an object of data keys and values, not ${nameOf(value)}.`);
    return message;
  }
  const timeKey = timeKeyOf(value, timeKeysOf(rules));
  if (timeKey !== undefined) message.timeUs = readTime(value[timeKey], path, timeKey, context);
  if (flattenNumbers(value, timeKey, message)) return message;
  const walk: Walk = { message, path, faults, mayRepeat: false };
  const values = wrappedValues(value);
  const found = values
    ? flattenWrapped(value, values, walk, timeKey)
    : flattenObject(value, '', 1, walk, timeKey);
  if (found === 0) faults.add(path, 'The message has no data keys.');
  if (walk.mayRepeat) findRepeated(walk);
  if (message.keys.length > METRICS_MAX)
    faults.add(
      path,
      `A message may have at most ${METRICS_MAX} data keys; this one has ${message.keys.length}.`,
    );
  return message;
}

/**
 * `{"timestamp": …, "values": {…}}`, as ThingsBoard's devices write it: a time and an object of that name, nothing else.
 * What the rules of the datasource say about the time does not change what it is.
 */
function wrappedValues(message: Record<string, unknown>): Record<string, unknown> | undefined {
  const { values } = message;
  if (!isObject(values) || timeKeyOf(message, timeKeysOf(undefined)) === undefined) return undefined;
  return Object.keys(message).length === 2 ? values : undefined;
}

function flattenWrapped(
  message: Record<string, unknown>,
  values: Record<string, unknown>,
  walk: Walk,
  timeKey: string | undefined,
): number {
  walk.path.push('values');
  const found = flattenObject(values, '', 1, walk);
  walk.path.pop();
  if (timeKey !== undefined) return found;
  // The rules look for the time elsewhere: what stands in its place is a value like the others.
  walk.mayRepeat = true;
  return found + flattenObject(message, '', 1, walk, 'values');
}

function timeKeyOf(message: Record<string, unknown>, names: readonly string[]): string | undefined {
  for (const key of names) if (Object.hasOwn(message, key)) return key;
  return undefined;
}

function readTime(
  value: unknown,
  path: readonly (string | number)[],
  timeKey: string,
  context: Clock & Pick<ReadContext, 'faults'>,
): number | undefined {
  if (value === null) return undefined;
  const parsed = parseTimestamp(value, context);
  if ('timeUs' in parsed) return parsed.timeUs;
  context.faults.add([...path, timeKey], NOT_A_NUMBER.get(String(value)) ?? parsed.fault);
  return undefined;
}

/** Answers how many keys the object had, whether or not they had values. */
function flattenObject(
  object: Record<string, unknown>,
  prefix: string,
  depth: number,
  walk: Walk,
  skippedKey?: string,
): number {
  let count = 0;
  for (const name of Object.keys(object)) {
    if (name === skippedKey) continue;
    count += 1;
    walk.path.push(name);
    const checked = isPlainName(name) ? name : checkName(name, walk);
    const key = prefix === '' ? checked : prefix + checked;
    if (key.length > KEY_LENGTH_MAX)
      walk.faults.add(
        walk.path,
        `A data key may have at most ${KEY_LENGTH_MAX} characters, its dots included.`,
      );
    else flattenValue(object[name], key, depth, walk);
    walk.path.pop();
  }
  return count;
}

function flattenValue(value: unknown, key: string, depth: number, walk: Walk): void {
  if (value === null) return;
  if (isObject(value) && !holdsArray(value)) {
    if (depth >= DEPTH_MAX)
      walk.faults.add(walk.path, `Objects may lie at most ${DEPTH_MAX} deep in each other.`);
    else flattenObject(value, `${key}.`, depth + 1, walk);
    return;
  }
  if (!checkValue(value, depth, walk)) return;
  walk.message.keys.push(key);
  walk.message.values.push(value as ReadingValue);
}

function findRepeated({ message, path, faults }: Walk): void {
  const seen = new Set<string>();
  for (const key of message.keys) {
    if (seen.has(key))
      faults.add([...path, ...key.split('.')], `The data key "${key}" stands in the message twice.`);
    seen.add(key);
  }
}

const holdsArray = (object: Record<string, unknown>): boolean => {
  for (const name of Object.keys(object)) if (Array.isArray(object[name])) return true;
  return false;
};

/** The name as it is stored: without spaces around it. */
function checkName(name: string, walk: Walk): string {
  const trimmed = name.trim();
  if (trimmed !== name || name.includes('.')) walk.mayRepeat = true;
  if (trimmed === '') walk.faults.add(walk.path, 'A data key may not be empty.');
  else if (hasForbiddenStep(trimmed))
    walk.faults.add(walk.path, `"${trimmed.slice(0, 80)}" may not be used as a data key.`);
  else if (hasUnfitCharacters(trimmed))
    walk.faults.add(walk.path, 'A data key may not hold control characters or broken Unicode.');
  return trimmed;
}

/** Checks a value that is kept as it came: a scalar, an array, or an object that holds arrays. */
function checkValue(value: unknown, depth: number, walk: Walk): boolean {
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return true;
    walk.faults.add(walk.path, 'The number is too large: the greatest is about 1.8e308.');
    return false;
  }
  if (typeof value === 'string') return checkText(value, walk);
  if (typeof value === 'boolean' || value === null) return true;
  if (depth >= DEPTH_MAX) {
    walk.faults.add(walk.path, `Objects and arrays may lie at most ${DEPTH_MAX} deep in each other.`);
    return false;
  }
  if (Array.isArray(value)) return checkArray(value, depth, walk);
  let good = true;
  for (const [name, item] of Object.entries(value as Record<string, unknown>)) {
    walk.path.push(name);
    const before = walk.faults.count;
    checkName(name, walk);
    if (!checkValue(item, depth + 1, walk) || walk.faults.count > before) good = false;
    walk.path.pop();
  }
  return good;
}

function checkArray(items: unknown[], depth: number, walk: Walk): boolean {
  if (items.length > ARRAY_LENGTH_MAX) {
    walk.faults.add(
      walk.path,
      `An array may have at most ${ARRAY_LENGTH_MAX} elements; this one has ${items.length}.`,
    );
    return false;
  }
  let good = true;
  for (const [i, item] of items.entries()) {
    walk.path.push(i);
    if (!checkValue(item, depth + 1, walk)) good = false;
    walk.path.pop();
  }
  return good;
}

function checkText(text: string, walk: Walk): boolean {
  if (text.length > TEXT_LENGTH_MAX) {
    walk.faults.add(
      walk.path,
      `A text may have at most ${TEXT_LENGTH_MAX} characters; this one has ${text.length}.`,
    );
    return false;
  }
  if (!UNSTORABLE.test(text)) return true;
  walk.faults.add(
    walk.path,
    NOT_A_NUMBER.get(text) ?? 'A text may not hold NUL characters or broken Unicode.',
  );
  return false;
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
