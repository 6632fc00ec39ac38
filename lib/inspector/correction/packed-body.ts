import { gunzipSync } from 'node:zlib';
import { BODY_KEPT_BYTES } from '../schema';
import type { Correction } from './correction';

/** Packed with gzip, and no header says so. */
export const packedBody: Correction = {
  kind: 'packed_body',
  propose({ body }) {
    if (body[0] !== 0x1f || body[1] !== 0x8b) return undefined;
    try {
      return { body: gunzipSync(body, { maxOutputLength: 64 * BODY_KEPT_BYTES }) };
    } catch {
      return undefined;
    }
  },
};
