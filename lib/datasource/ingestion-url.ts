import { env } from '@/lib/env';

const HOST = /^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:.]+\](?::\d{1,5})?$/i;

const firstOf = (value: string | null): string | undefined => value?.split(',')[0]?.trim() || undefined;

/**
 * Where senders reach this instance: `PUBLIC_URL`, else as the browser that asks reached it. The request's
 * own URL is of no use: Next writes `localhost` into it.
 */
export function instanceUrl(headers: Headers): string {
  const given = env().PUBLIC_URL;
  if (given) return given.replace(/\/+$/, '');
  const protocol = firstOf(headers.get('x-forwarded-proto')) === 'https' ? 'https' : 'http';
  const host = [headers.get('x-forwarded-host'), headers.get('host')]
    .map(firstOf)
    .find((h) => h && HOST.test(h));
  return `${protocol}://${host ?? `localhost:${env().PORT}`}`;
}

/** The documented *Ingestion URL* of a datasource. */
export const ingestionUrl = (headers: Headers, datasourceId: string): string =>
  `${instanceUrl(headers)}/api/ingest/${datasourceId}`;
