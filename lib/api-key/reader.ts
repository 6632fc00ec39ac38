import type { IncomingHttpHeaders } from 'node:http';
import type { KeyReader, Reader } from '@/lib/auth/caller';
import { readSession } from '@/lib/auth/read-session';
import { senderAddress } from '@/lib/ingest/sender-address';
import { checkAgain, checkKey } from './check-key';
import { noteKeyUse } from './key-uses';
import { limitReading } from './limits';
import { presentKey } from './present-key';

type GivenHeaders = Headers | IncomingHttpHeaders;

const OURS = 'twk_';

/** Requests that were counted: one that asks again who reads (a stream that goes on) counts once. */
const counted = new WeakSet<GivenHeaders>();

/**
 * Who reads: the holder of the API key that the request presents, whatever cookie comes with it, else the signed-in
 * member; null: nobody we know.
 * @param address of the sender; when it is left out, what the server or a proxy wrote into the headers
 * @throws Problem `unauthorized`, `address_not_allowed`, `insufficient_scope`, `too_many_requests`, `unavailable`
 */
export async function readerOf(headers: GivenHeaders, address?: string): Promise<Reader | null> {
  const text = presentedKey(headers);
  if (text === undefined) return (await readSession(headers))?.caller ?? null;
  return readerOfKey(
    text,
    headers,
    address ?? senderAddress(undefined, headerOf(headers, 'x-forwarded-for')),
  );
}

/**
 * The API key that a request presents, right or wrong; undefined: it comes without one. What stands in `Authorization`
 * and is none of ours may be meant for a proxy on the way.
 */
export function presentedKey(headers: GivenHeaders): string | undefined {
  const text = presentKey({ header: (name) => headerOf(headers, name) });
  const isMeant = text?.startsWith(OURS) || Boolean(headerOf(headers, 'x-api-key')?.trim());
  return isMeant ? text : undefined;
}

async function readerOfKey(
  text: string,
  headers: GivenHeaders,
  address: string | undefined,
): Promise<KeyReader> {
  const isCounted = counted.has(headers);
  const key = await (isCounted ? checkAgain : checkKey)(text, 'read', address);
  if (!isCounted) {
    counted.add(headers);
    limitReading(key.reading);
    noteKeyUse(key, address, headerOf(headers, 'user-agent'));
  }
  return { keyId: key.id, workspaceId: key.workspaceId, datasourceIds: key.datasourceIds };
}

function headerOf(headers: GivenHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
