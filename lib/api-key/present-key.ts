import { looksLikeApiKey } from './key-text';

/** Headers by their names in lower case. */
export type HasHeaders = { header(name: string): string | undefined };

const BEARER = /^bearer\s+/i;

/**
 * The key that a request presents: `Authorization: KEY`, `Authorization: Bearer KEY`, or `X-API-Key: KEY`. What
 * looks like a key of ours comes first, as a proxy on the way may use the other header for itself.
 */
export function presentKey(request: HasHeaders): string | undefined {
  const authorization = request.header('authorization')?.replace(BEARER, '').trim();
  const other = request.header('x-api-key')?.trim();
  if (!other) return authorization || undefined;
  return authorization && looksLikeApiKey(authorization) ? authorization : other;
}
