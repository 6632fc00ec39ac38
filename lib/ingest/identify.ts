import { findKey } from '@/lib/api-key/key-cache';
import type { KnownKey } from '@/lib/api-key/key-table';
import { looksLikeApiKey } from '@/lib/api-key/key-text';
import { type Problem, problem } from '@/lib/problem';
import { countWrongKey, limitLookups } from './rate-limit';

/**
 * The key's owner, or `unauthorized` with the reason. Costs nothing but a checksum when the key can't be ours.
 * @param text as presented; undefined: no key was sent
 * @param datasourceId that the address names; undefined: the key alone says it
 */
export async function identify(
  text: string | undefined,
  datasourceId: string | undefined,
  senderAddress: string | undefined,
): Promise<KnownKey> {
  if (text === undefined) throw problem('unauthorized', { detail: 'No API key was sent.' });
  const address = senderAddress ?? '';
  const found = findKey(text, address, limitLookups);
  const key = found instanceof Promise ? await found : found;
  const now = Date.now();
  if (!key) {
    if (found instanceof Promise) countWrongKey(address);
    throw wrongKey(
      looksLikeApiKey(text)
        ? 'The API key is not known. It may have been deleted with its datasource.'
        : 'The API key is not one of ours, or has a typing error.',
    );
  }
  if (key.revokedAt !== null && key.revokedAt <= now) throw wrongKey('The API key was revoked.');
  if (key.expiresAt !== null && key.expiresAt <= now)
    throw wrongKey(`The API key expired on ${new Date(key.expiresAt).toISOString()}.`);
  if (datasourceId !== undefined && datasourceId !== key.datasource.id)
    throw wrongKey('The API key does not belong to the datasource in the address.');
  return key;
}

const wrongKey = (detail: string): Problem =>
  problem('unauthorized', {
    detail,
    headers: { 'www-authenticate': 'Bearer realm="twinnoverse", error="invalid_token"' },
  });
