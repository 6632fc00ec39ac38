import { isUtf8 } from 'node:buffer';
import { type Correction, textOf } from './correction';

/** A JSON string (one that is not closed goes to the end: else it would be tried from each quote in it), or one of the words. */
const STRING_OR_WORD = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|-?\b(?:NaN|Infinity|nan|inf)\b/g;

/** Words for a missing number that JSON does not know: there is no value, which JSON calls null. */
export const notANumber: Correction = {
  kind: 'not_a_number',
  propose(attempt, { refusal }) {
    if (refusal.status >= 500 || !isUtf8(attempt.body)) return undefined;
    const text = textOf(attempt);
    if (!/^\s*[{[]/.test(text)) return undefined;
    let count = 0;
    let first = '';
    const body = text.replace(STRING_OR_WORD, (match) => {
      if (match.startsWith('"')) return match;
      count += 1;
      first ||= match;
      return 'null';
    });
    return count > 0 ? { body, facts: { count, word: first } } : undefined;
  },
};
