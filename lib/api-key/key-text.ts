import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * An API key: `twk_`, 32 characters of chance (base62, 190 bits), 6 characters of checksum (CRC32 of all that
 * stands before it). The checksum refuses typing errors and made-up keys without a look into the database, and
 * lets scanners of leaked secrets tell a real key from a look-alike.
 */
const PREFIX = 'twk_';
const CHANCE_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
export const API_KEY_LENGTH = PREFIX.length + CHANCE_LENGTH + CHECKSUM_LENGTH;
/** Characters that may be shown to recognise a key by. */
const START_LENGTH = PREFIX.length + 4;

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Bytes from here on are thrown away: taken modulo 62 they would make some characters likelier. */
const BYTE_LIMIT = 256 - (256 % 62);

export type NewKey = {
  /** Shown once, never stored. */
  key: string;
  hash: Buffer;
  start: string;
};

export function newApiKey(): NewKey {
  const body = PREFIX + randomBase62(CHANCE_LENGTH);
  const key = body + checksum(body);
  return { key, hash: hashApiKey(key), start: key.slice(0, START_LENGTH) };
}

/** What the database keeps. A slow hash is for guessable secrets; 190 bits of chance are not guessable. */
export const hashApiKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Could we have made this key? Costs next to nothing, and knows nothing of whether we did. */
export function looksLikeApiKey(key: string): boolean {
  if (key.length !== API_KEY_LENGTH || !key.startsWith(PREFIX)) return false;
  const body = key.slice(0, -CHECKSUM_LENGTH);
  return key.endsWith(checksum(body));
}

function checksum(text: string): string {
  let rest = crc32(text);
  let out = '';
  for (let i = 0; i < CHECKSUM_LENGTH; i++) {
    out = BASE62.charAt(rest % 62) + out;
    rest = Math.floor(rest / 62);
  }
  return out;
}

function randomBase62(length: number): string {
  let out = '';
  while (out.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < BYTE_LIMIT && out.length < length) out += BASE62.charAt(byte % 62);
    }
  }
  return out;
}
