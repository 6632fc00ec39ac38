/** Puts `by` where a text has what lies between `start` and `end`. */
export type TextEdit = { start: number; end: number; by: string };

/** Makes all edits at once; of two that overlap the first one in the text counts. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, by } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += text.slice(at, start) + by;
    at = end;
  }
  return result + text.slice(at);
}
