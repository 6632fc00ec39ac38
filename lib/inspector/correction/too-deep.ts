import { DEPTH_MAX, KEY_LENGTH_MAX } from '@/lib/ingest/limits';
import { type Correction, textOf } from './correction';
import { editText, type TextEdit } from './edit-text';
import { jsonSpans } from './json-spans';

type Json = Record<string, unknown>;
const isPlainObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects too deep in each other: joined by dots they mean the same data keys. */
export const tooDeep: Correction = {
  kind: 'too_deep',
  propose(attempt, { refusal, format }) {
    const errors = (refusal.options.errors ?? []).filter(({ detail }) => / deep in each other/.test(detail));
    if (errors.length === 0 || format?.kind !== 'json') return undefined;
    const text = textOf(attempt);
    const edits = new Map<string, TextEdit>();
    try {
      const spans = jsonSpans(text);
      for (const { pointer } of errors) {
        const top = memberOf(pointer);
        const span = spans.get(top);
        if (!span?.key || edits.has(top)) continue;
        const name: string = JSON.parse(text.slice(span.key.start, span.key.end));
        const joined = join(name, JSON.parse(text.slice(span.start, span.end)));
        if (joined) edits.set(top, { start: span.key.start, end: span.end, by: joined });
      }
    } catch {
      return undefined; // no JSON: another correction comes first
    }
    return edits.size > 0
      ? { body: editText(text, [...edits.values()]), facts: { count: edits.size, levels: DEPTH_MAX } }
      : undefined;
  },
};

/** Of the message itself: `/motor`, or `/3/motor` in an array of messages. */
const memberOf = (pointer: string): string => /^(?:\/\d+)?\/[^/]*/.exec(pointer)?.[0] ?? pointer;

function join(name: string, value: unknown): string | undefined {
  const members: string[] = [];
  const walk = (prefix: string, inner: unknown): boolean => {
    if (!isPlainObject(inner) || Object.values(inner).some(Array.isArray)) {
      members.push(`${JSON.stringify(prefix)}: ${JSON.stringify(inner)}`);
      return prefix.length <= KEY_LENGTH_MAX;
    }
    return Object.entries(inner).every(([key, item]) => walk(`${prefix}.${key}`, item));
  };
  return walk(name, value) && members.length > 0 ? members.join(', ') : undefined;
}
