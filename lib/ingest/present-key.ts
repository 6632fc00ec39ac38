import { looksLikeApiKey } from './api-key';

const BEARER = /^bearer\s+/i;

/**
 * The key that a request presents: `Authorization: KEY`, `Authorization: Bearer KEY`, or `X-API-Key: KEY`. What
 * looks like a key of ours comes first, as a proxy on the way may use the other header for itself.
 */
export function presentKey(header: (name: string) => string | undefined): string | undefined {
  const authorization = header('authorization')?.replace(BEARER, '').trim();
  const other = header('x-api-key')?.trim();
  if (!other) return authorization || undefined;
  return authorization && looksLikeApiKey(authorization) ? authorization : other;
}
