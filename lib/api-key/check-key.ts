import { type Problem, problem } from '@/lib/problem';
import { findKey } from './key-cache';
import type { KnownKey } from './key-table';
import { looksLikeApiKey } from './key-text';
import { limitAddress } from './limits';
import type { KeyPermission } from './schema';

const CANNOT: Record<KeyPermission, string> = {
  ingest: 'The API key may not send readings. It needs the permission "ingest".',
  read: 'The API key may not read. It needs the permission "read".',
};

/**
 * The key, when it may be used for this, now and from there. Costs nothing but a checksum when it can't be ours, and no
 * promise when it is known.
 * @param text as presented
 * @throws Problem `unauthorized`, `address_not_allowed`, `insufficient_scope`, `too_many_requests`, `unavailable`
 */
export function checkKey(
  text: string,
  permission: KeyPermission,
  address: string | undefined,
  now = performance.now(),
): KnownKey | Promise<KnownKey> {
  limitAddress(address, now);
  return checkAgain(text, permission, address);
}

/** The same for a request that was counted already: it goes on, or asks more than once. */
export function checkAgain(
  text: string,
  permission: KeyPermission,
  address: string | undefined,
): KnownKey | Promise<KnownKey> {
  const found = findKey(text, address ?? '');
  return found instanceof Promise
    ? found.then((key) => assertUsable(key, text, permission, address))
    : assertUsable(found, text, permission, address);
}

function assertUsable(
  key: KnownKey | undefined,
  text: string,
  permission: KeyPermission,
  address: string | undefined,
): KnownKey {
  if (!key)
    throw wrongKey(
      looksLikeApiKey(text)
        ? 'The API key is not known. It may have been deleted with its datasource.'
        : 'The API key is not one of ours, or has a typing error.',
    );
  // Most keys have neither, and a look at the clock is not free.
  if (key.revokedAt !== null && key.revokedAt <= Date.now()) throw wrongKey('The API key was revoked.');
  if (key.expiresAt !== null && key.expiresAt <= Date.now())
    throw wrongKey(`The API key expired on ${new Date(key.expiresAt).toISOString()}.`);
  if (key.allowed && !key.allowed.has(address))
    throw problem('address_not_allowed', {
      detail: `The API key may not be used from ${address ?? 'an unknown address'}.`,
    });
  if (!key.permissions.has(permission)) throw insufficientScope(CANNOT[permission]);
  return key;
}

export const wrongKey = (detail: string): Problem =>
  problem('unauthorized', {
    detail,
    headers: { 'www-authenticate': 'Bearer realm="twinnoverse", error="invalid_token"' },
  });

export const insufficientScope = (detail: string): Problem =>
  problem('insufficient_scope', {
    detail,
    headers: { 'www-authenticate': 'Bearer realm="twinnoverse", error="insufficient_scope"' },
  });
