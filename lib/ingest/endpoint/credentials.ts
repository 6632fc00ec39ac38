import { presentKey } from '@/lib/api-key/present-key';
import type { IngestRequest } from '../request';

const TOKEN = /^token\s+/i;
const BASIC = /^basic\s+/i;

/**
 * The key where protocols of others carry it: `Token KEY` or `Token user:KEY`, `Basic` with the key as password, and what ours takes
 * (`Bearer KEY`, `X-API-Key`).
 */
export function keyOfHeaders(request: IngestRequest): string | undefined {
  const authorization = request.header('authorization');
  if (authorization === undefined) return presentKey(request);
  if (TOKEN.test(authorization)) return passwordOf(authorization.replace(TOKEN, '').trim());
  if (!BASIC.test(authorization)) return presentKey(request);
  return passwordOf(Buffer.from(authorization.replace(BASIC, ''), 'base64').toString('utf8'));
}

/** Of `user:password`, or of a password alone. A sender that has but one field for both puts the key there. */
export function passwordOf(pair: string): string {
  const colon = pair.indexOf(':');
  const password = pair.slice(colon + 1);
  return password === '' ? pair.slice(0, Math.max(colon, 0)) : password;
}
