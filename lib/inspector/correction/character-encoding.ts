import { isUtf8 } from 'node:buffer';
import type { Correction } from './correction';

/** A text in another encoding: as Windows writes it, with or without a byte order mark. */
export const characterEncoding: Correction = {
  kind: 'character_encoding',
  propose({ body, contentType }, { refusal }) {
    if (isUtf8(body)) {
      const charset = /;\s*charset=[^;]*/i;
      // The bytes are good; only the header names another encoding.
      return refusal.code === 'unsupported_media_type' && contentType && charset.test(contentType)
        ? { contentType: contentType.replace(charset, ''), facts: { from: 'UTF-8' } }
        : undefined;
    }
    const from = encodingOf(body);
    if (!from) return undefined;
    const text = new TextDecoder(from.label).decode(body);
    return { body: text.replace(/^\ufeff/, ''), facts: { from: from.name } };
  },
};

function encodingOf(body: Buffer): { label: string; name: string } | undefined {
  if (body[0] === 0xff && body[1] === 0xfe) return { label: 'utf-16le', name: 'UTF-16' };
  if (body[0] === 0xfe && body[1] === 0xff) return { label: 'utf-16be', name: 'UTF-16' };
  // Bytes that no text of one byte a character has: something packed, or no text at all.
  return body.some((byte) => byte < 9) ? undefined : { label: 'windows-1252', name: 'Windows-1252' };
}
