import { problem } from '@/lib/problem';
import type { BodyFormat } from './format/format';

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]+)/i;

/** The format that a request says it brings; without a word the first one, as small devices often send none. */
export function chooseFormat(formats: readonly BodyFormat[], contentType: string | undefined): BodyFormat {
  const [usual] = formats;
  if (!usual) throw new Error('An endpoint speaks at least one format.');
  if (!contentType) return usual;
  const end = contentType.indexOf(';');
  const essence = (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
  if (end >= 0) checkCharset(contentType);
  if (essence === '') return usual;
  for (const format of formats) if (format.accepts(essence)) return format;
  throw problem('unsupported_media_type', { detail: refusedType(contentType.slice(0, 80), usual) });
}

function checkCharset(contentType: string): void {
  const charset = CHARSET.exec(contentType)?.[1];
  if (charset && !/^(utf-?8|us-ascii)$/i.test(charset))
    throw problem('unsupported_media_type', {
      detail: `Readings are sent as UTF-8, not as ${charset.slice(0, 40)}.`,
    });
}

function refusedType(type: string, usual: BodyFormat): string {
  let hint = '';
  if (/x-www-form-urlencoded/i.test(type))
    hint = ' curl sends it unless told otherwise: add -H "Content-Type: application/json".';
  else if (/^multipart\//i.test(type))
    hint =
      ' Send a file as the body itself, not as a form: curl -X POST -T FILE, with its type, such as -H "Content-Type: text/csv".';
  return `The content type is ${type}, which is not read here; the usual one is ${usual.contentType}.${hint}`;
}
