import { env } from '@/lib/env';
import type { DatasourceRef } from '@/lib/telemetry/message';
import type { Alongside } from '@/lib/telemetry/write-lane';
import type { Taken } from './endpoint/endpoint';
import type { BodyFormat } from './format/format';
import { importBody, importStaged } from './import-body';
import type { Intake } from './intake';
import { type LongBody, readMaybeLong } from './long-body';
import { readWholeBody } from './read-whole-body';
import { readMessages, storeMessages } from './take-messages';
import { takeOnce } from './take-once';

/** Reads the body of a request whose sender is known, and stores it, whole or not at all. Answers after the commit. */
export async function takeBody(
  intake: Intake,
  datasource: DatasourceRef,
  format: BodyFormat,
): Promise<Taken> {
  const { request } = intake;
  const body = format.readPieces
    ? await readMaybeLong(request, format)
    : await readWholeBody(request, format, env().INGEST_BODY_BYTES_MAX);
  const idempotencyKey = request.header('idempotency-key');
  if (!Buffer.isBuffer(body)) return takeLong(intake, datasource, format, body, idempotencyKey);
  intake.body = body;
  if (idempotencyKey === undefined) return storeWhole(intake, datasource, format, body);
  return takeOnce(intake, idempotencyKey, {
    body,
    accepted: () => intake.messages.length,
    take: (alongside) => storeWhole(intake, datasource, format, body, alongside),
  });
}

function storeWhole(
  intake: Intake,
  datasource: DatasourceRef,
  format: BodyFormat,
  body: Buffer,
  alongside?: Alongside,
): Promise<Taken> {
  intake.messages = readMessages(format, body, intake);
  return storeMessages(datasource, intake.messages, intake, alongside);
}

function takeLong(
  intake: Intake,
  datasource: DatasourceRef,
  format: BodyFormat,
  long: LongBody,
  idempotencyKey: string | undefined,
): Promise<Taken> {
  intake.body = long.start;
  return importBody(intake, format, long, (staged) => {
    const store = (alongside?: Alongside) => importStaged(datasource, staged, format, intake, alongside);
    return idempotencyKey === undefined
      ? store()
      : takeOnce(intake, idempotencyKey, {
          body: staged.hash,
          accepted: () => staged.outline.messages,
          take: store,
        });
  });
}
