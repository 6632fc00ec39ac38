import type { FieldError } from '@/lib/problem';
import type { Attempt, Trial } from './correction';
import { textOf } from './correction';
import { editText, type TextEdit } from './edit-text';
import { type JsonSpan, jsonSpans } from './json-spans';

/** What is done to the value at a pointer, or to the member that holds it. */
export type JsonEdit = { by: string } | { key: string } | { remove: true };

type Spans = ReadonlyMap<string, JsonSpan>;

export type JsonPlace = { error: FieldError; value: unknown; span: JsonSpan; text: string };

/**
 * Edits the values of a JSON body, or of the lines of an NDJSON body, that a refusal names. Answers undefined when
 * none of them is for `decide`.
 */
export function editJson(
  attempt: Attempt,
  { format, refusal }: Trial,
  decide: (place: JsonPlace) => JsonEdit | undefined,
): { body: string; count: number; first: string } | undefined {
  const errors = refusal.options.errors ?? [];
  const text = textOf(attempt);
  const isLines = format?.kind === 'ndjson';
  const edits: TextEdit[] = [];
  let first: string | undefined;
  for (const error of errors) {
    const part = isLines ? lineAt(text, error.line) : { start: 0, text };
    const place = part && placeAt(part.text, error, isLines ? jsonSpans : (whole) => spansOf(attempt, whole));
    const edit = place && decide(place);
    if (!part || !place || !edit) continue;
    edits.push(shift(textEdit(place.span, edit), part.start));
    first ??= error.line === undefined ? error.pointer : `${error.line}: ${error.pointer}`;
  }
  return edits.length > 0
    ? { body: editText(text, edits), count: edits.length, first: first ?? '' }
    : undefined;
}

/** Many corrections ask for many places in the same body. */
const knownSpans = new WeakMap<Attempt, Spans>();

function spansOf(attempt: Attempt, text: string): Spans {
  const spans = knownSpans.get(attempt) ?? jsonSpans(text);
  knownSpans.set(attempt, spans);
  return spans;
}

function placeAt(text: string, error: FieldError, find: (text: string) => Spans): JsonPlace | undefined {
  try {
    const span = find(text).get(error.pointer);
    return span && { error, span, text, value: JSON.parse(text.slice(span.start, span.end)) };
  } catch {
    return undefined; // no JSON: another correction comes first
  }
}

function textEdit({ start, end, key, whole }: JsonSpan, edit: JsonEdit): TextEdit {
  if ('by' in edit) return { start, end, by: edit.by };
  if ('key' in edit) return key ? { ...key, by: JSON.stringify(edit.key) } : { start, end: start, by: '' };
  return { ...whole, by: '' };
}

const shift = ({ start, end, by }: TextEdit, from: number): TextEdit => ({
  start: start + from,
  end: end + from,
  by,
});

function lineAt(text: string, line: number | undefined): { start: number; text: string } | undefined {
  if (line === undefined) return undefined;
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, text: text.slice(start, end < 0 ? undefined : end) };
}
