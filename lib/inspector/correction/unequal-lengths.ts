import { type Correction, textOf } from './correction';
import { editText, type TextEdit } from './edit-text';
import { jsonSpans } from './json-spans';

const NAMES = /^"(.*)" has (\d+) values, "(.*)" has (\d+) labels/;

/** Labels and values of a chart that are not equally many: the longer list is cut to the shorter one. */
export const unequalLengths: Correction = {
  kind: 'unequal_lengths',
  propose(attempt, { refusal, format }) {
    if (refusal.code !== 'unequal_lengths' || format?.kind !== 'json') return undefined;
    const text = textOf(attempt);
    const spans = jsonSpans(text);
    const edits: TextEdit[] = [];
    let length = 0;
    for (const { pointer, detail } of refusal.options.errors ?? []) {
      const [, , values, labelsKey = '', labels] = NAMES.exec(detail) ?? [];
      const isLonger = Number(values) > Number(labels);
      const longer = isLonger ? pointer : pointer.replace(/\/[^/]*$/, `/${pointerStep(labelsKey)}`);
      const span = spans.get(longer);
      const list: unknown = span && JSON.parse(text.slice(span.start, span.end));
      if (!span || !Array.isArray(list)) continue;
      length = Math.min(Number(values), Number(labels));
      const end = length === 0 ? undefined : spans.get(`${longer}/${length - 1}`)?.end;
      edits.push({ start: end ?? span.start + 1, end: span.end - 1, by: '' });
    }
    return edits.length > 0
      ? { body: editText(text, edits), facts: { count: edits.length, length } }
      : undefined;
  },
};

const pointerStep = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
