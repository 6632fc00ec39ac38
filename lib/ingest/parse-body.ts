import { isUtf8 } from 'node:buffer';
import { problem } from '@/lib/problem';
import { MESSAGES_MAX } from './limits';
import { replaceNotANumber } from './not-a-number';
import type { HasHeaders } from './present-key';

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]+)/i;

/**
 * Refuses a body by its headers, before a byte of it is read. A missing type is taken as JSON: small devices
 * often send none. A compressed body is refused as such, never unpacked: a few bytes may unpack to gigabytes.
 */
export function checkBodyHeaders(request: HasHeaders, bytesMax: number): void {
  const encoding = request.header('content-encoding');
  if (encoding && encoding.toLowerCase() !== 'identity')
    throw problem('unsupported_media_type', {
      detail: `Compressed bodies (Content-Encoding: ${encoding.slice(0, 40)}) are not accepted: send plain JSON.`,
    });
  const type = request.header('content-type');
  if (type && !JSON_TYPE.test(type))
    throw problem('unsupported_media_type', { detail: refusedType(type.slice(0, 80)) });
  const charset = type ? CHARSET.exec(type)?.[1] : undefined;
  if (charset && !/^(utf-?8|us-ascii)$/i.test(charset))
    throw problem('unsupported_media_type', {
      detail: `JSON is sent as UTF-8, not as ${charset.slice(0, 40)}.`,
    });
  const length = request.header('content-length');
  if (length !== undefined && Number(length) > bytesMax) throw tooLarge(bytesMax, Number(length));
}

function refusedType(type: string): string {
  const byCurl = /x-www-form-urlencoded/i.test(type)
    ? ' curl sends it unless told otherwise: add -H "Content-Type: application/json".'
    : '';
  return `The content type is ${type}; readings are sent as application/json.${byCurl}`;
}

export function tooLarge(bytesMax: number, bytes?: number) {
  const size = bytes === undefined ? 'more' : `${bytes.toLocaleString('en')} bytes`;
  return problem('too_large', {
    detail: `A body may have at most ${bytesMax.toLocaleString('en')} bytes; this one has ${size}. Send it in parts.`,
  });
}

/** The messages of a body: one object, or an array of objects. Their content is not checked yet. */
export function parseBody(body: Buffer): { messages: unknown[]; isArray: boolean } {
  if (body.length === 0)
    throw problem('invalid_json', { detail: 'The body is empty. Send {"temperature": 42.5}, for example.' });
  if (!isUtf8(body)) throw problem('invalid_json', { detail: 'The body is not UTF-8.' });
  const document = parseJson(body.toString('utf8'));
  if (!Array.isArray(document)) return { messages: [document], isArray: false };
  if (document.length === 0)
    throw problem('invalid_reading', {
      detail: 'The array is empty.',
      errors: [{ pointer: '', detail: 'Send at least one message.' }],
    });
  if (document.length > MESSAGES_MAX)
    throw problem('invalid_reading', {
      detail: `A request may hold at most ${MESSAGES_MAX} messages; this one has ${document.length}. Send them in parts.`,
      errors: [{ pointer: '', detail: `${document.length} messages` }],
    });
  return { messages: document, isArray: true };
}

function parseJson(text: string): unknown {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text; // a byte order mark, as Windows writes it
  try {
    return JSON.parse(plain);
  } catch (cause) {
    const replaced = replaceNotANumber(plain);
    try {
      if (replaced !== undefined) return JSON.parse(replaced);
    } catch {
      // It has other faults as well: tell the first one.
    }
    throw problem('invalid_json', { detail: `The body is not JSON: ${where(cause)}`, cause });
  }
}

/** The parser's own words: what it met, with the text around it or its position. */
function where(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').slice(0, 200);
}
