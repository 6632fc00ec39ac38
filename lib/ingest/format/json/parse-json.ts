import { isUtf8 } from 'node:buffer';
import { problem } from '@/lib/problem';
import { checkNotTooMany } from '../../message-count';
import { replaceNotANumber } from './not-a-number';

/** A first line that could be names of columns. */
const HEADER = /^[\p{L}_"][^{}[\]:\r\n]{0,4000}\r?\n/u;

/** The text of a body. @throws Problem when it is empty or no UTF-8 */
export function bodyText(body: Buffer): string {
  if (body.length === 0)
    throw problem('invalid_json', { detail: 'The body is empty. Send {"temperature": 42.5}, for example.' });
  if (!isUtf8(body)) throw problem('invalid_json', { detail: 'The body is not UTF-8.' });
  const text = body.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text; // a byte order mark, as Windows writes it
}

/** What a JSON text says; words such as NaN become stand-ins, so that their field can be named. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const replaced = replaceNotANumber(text);
    try {
      if (replaced !== undefined) return JSON.parse(replaced);
    } catch {
      // It has other faults as well: tell the first one.
    }
    const hint = /[,;\t]/.test(HEADER.exec(text)?.[0] ?? '')
      ? ' It looks like CSV: then send Content-Type: text/csv.'
      : '';
    throw problem('invalid_json', { detail: `The body is not JSON: ${where(cause)}.${hint}`, cause });
  }
}

/** Refuses what holds no message, or more than a request may. */
export function checkMessageCount(count: number): void {
  if (count === 0)
    throw problem('invalid_reading', {
      detail: 'The array is empty.',
      errors: [{ pointer: '', detail: 'Send at least one message.' }],
    });
  checkNotTooMany(count);
}

/** The parser's own words: what it met, with the text around it or its position. */
function where(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').slice(0, 200);
}
