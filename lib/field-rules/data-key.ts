import { UNSTORABLE } from '@/lib/storable-text';

const LENGTH_MAX = 200;
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Could a message bring this data key? The rules F5 and F6 of lib/ingest/SPEC.md. */
export function isDataKey(key: string): boolean {
  if (key.length > LENGTH_MAX || CONTROL.test(key) || UNSTORABLE.test(key)) return false;
  return key.split('.').every((name) => name !== '' && name.trim() === name && !FORBIDDEN.has(name));
}
