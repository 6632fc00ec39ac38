import { isUtf8 } from 'node:buffer';
import { type Correction, textOf } from './correction';
import { isReadBy } from './try-format';

const CODES: ReadonlySet<string> = new Set(['unsupported_media_type', 'invalid_json', 'unreadable_body']);
/** Its first line is one of cells, not of JSON: nearly any text of two lines could be read as CSV. */
function looksLikeCsv(text: string): boolean {
  const end = text.indexOf('\n');
  const line = text.slice(0, Math.max(end, 0));
  return /[,;\t]/.test(line) && !/[{[]/.test(line);
}

/** The body is fine, but its header says something else: the format that reads it is named instead. */
export const contentType: Correction = {
  kind: 'content_type',
  propose(attempt, { refusal, format }) {
    if (!CODES.has(refusal.code)) return undefined;
    for (const other of attempt.endpoint.formats) {
      if (other === format || (other.kind === 'csv' && !looksLikeCsv(textOf(attempt)))) continue;
      if (isReadBy(other, attempt)) return change(other.contentType);
    }
    const [usual] = attempt.endpoint.formats;
    // JSON that has other faults as well is still JSON.
    const isMeantAsJson = usual?.kind === 'json' && isUtf8(attempt.body) && /^\s*[{[]/.test(textOf(attempt));
    return refusal.code === 'unsupported_media_type' && isMeantAsJson ? change(usual.contentType) : undefined;
  },
};

const change = (type: string) => ({ contentType: type, facts: { type } });
