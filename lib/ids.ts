import { randomBytes } from 'node:crypto';
import { z } from 'zod';

/**
 * Ids carry the kind of thing they name, so that a wrong one is seen at once. A secret never shares a
 * prefix with an id (keys: `twk_`, share links: `tws_`), so a secret can't slip into a log as an id.
 */
export const ID_PREFIXES = {
  user: 'usr',
  workspace: 'wsp',
  datasource: 'dsr',
  apiKey: 'key',
  asset: 'ast',
  scene: 'scn',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford base32: no i, l, o, u

/** A fresh id: 9 characters of time (so that ids sort by age), 12 of chance (60 bits). */
export function newId(kind: IdKind): string {
  let time = Date.now();
  let head = '';
  for (let i = 0; i < 9; i++) {
    head = ALPHABET[time % 32] + head;
    time = Math.floor(time / 32);
  }
  let tail = '';
  for (const byte of randomBytes(12)) tail += ALPHABET[byte % 32];
  return `${ID_PREFIXES[kind]}_${head}${tail}`;
}

/** Schema of an id of one kind, for params and bodies. */
export const idSchema = (kind: IdKind) =>
  z.string().regex(new RegExp(`^${ID_PREFIXES[kind]}_[0-9a-z]{8,40}$`));
