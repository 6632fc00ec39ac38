import { createHash } from 'node:crypto';
import pg from 'pg';
import { problem } from '@/lib/problem';
import { sharedOnce } from '@/lib/shared-state';
import type { Alongside } from '@/lib/telemetry/write-lane';
import type { Taken } from './endpoint/endpoint';
import { addIdempotencyRow, findIdempotencyRow, type IdempotencyRow } from './idempotency-table';
import type { Intake } from './intake';

const KEY_LENGTH_MAX = 255;
const UNIQUE_VIOLATION = '23505';

/** Keys of requests that this process is taking. */
const underWay = sharedOnce('idempotency-under-way', () => new Set<string>());

export type OneRequest = {
  /** What the request brought, or a digest of it. */
  body: Buffer | string;
  /** How many messages, once they are read. */
  accepted: () => number;
  /** Stores them, with the row alongside. */
  take: (alongside: Alongside) => Promise<Taken>;
};

/**
 * Takes a request that names an `Idempotency-Key` once: what was taken under it before is answered again. The row that
 * says so is written in the transaction of its messages, so that it is there exactly when they are.
 */
export async function takeOnce(
  intake: Intake,
  idempotencyKey: string,
  { body, accepted, take }: OneRequest,
): Promise<Taken> {
  const { key } = intake;
  if (!key) throw problem('invalid_request', { detail: 'An Idempotency-Key goes with an API key.' });
  const given = {
    apiKeyId: key.id,
    keyHash: hashOfKey(idempotencyKey),
    bodyHash: hashOfRequest(intake, body),
  };
  const name = `${given.apiKeyId} ${given.keyHash.toString('base64')}`;
  if (underWay().has(name)) throw inProgress();
  underWay().add(name);
  try {
    const before = await takenBefore(intake, given);
    if (before) return before;
    return await take((client) => addIdempotencyRow(client, { ...given, accepted: accepted() }));
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
    // Another process took it meanwhile.
    const before = await takenBefore(intake, given);
    if (before) return before;
    throw inProgress();
  } finally {
    underWay().delete(name);
  }
}

async function takenBefore(
  intake: Intake,
  given: Omit<IdempotencyRow, 'accepted'>,
): Promise<Taken | undefined> {
  const row = await findIdempotencyRow(given.apiKeyId, given.keyHash);
  if (!row) return undefined;
  if (!row.bodyHash.equals(given.bodyHash))
    throw problem('idempotency_mismatch', {
      detail:
        'This Idempotency-Key was used within the last 24 hours for a request with another body or address.',
    });
  intake.isReplayed = true;
  return { messages: row.accepted, readings: 0 };
}

const inProgress = () =>
  problem('request_in_progress', {
    detail: 'A request with this Idempotency-Key is being taken.',
    retryAfterSeconds: 1,
  });

/** The draft standard has it in quotes, many senders do not. */
function hashOfKey(header: string): Buffer {
  const key = header.trim().replace(/^"(.*)"$/, '$1');
  if (key === '' || key.length > KEY_LENGTH_MAX)
    throw problem('invalid_request', {
      detail: `An Idempotency-Key has 1 to ${KEY_LENGTH_MAX} characters, such as a UUID.`,
      errors: [{ pointer: 'Idempotency-Key', detail: `It has ${key.length} characters.` }],
    });
  return createHash('sha256').update(key).digest();
}

function hashOfRequest({ request, datasource }: Intake, body: Buffer | string): Buffer {
  const type = request.header('content-type') ?? '';
  return createHash('sha256')
    .update(JSON.stringify([datasource?.id, request.path, request.query, type]))
    .update(body)
    .digest();
}
