import type { Caller } from '@/lib/auth/caller';
import { prisma } from '@/lib/database';
import { exchangeSchema } from '@/lib/inspector/schema';
import { findDatasource } from './find-datasource';
import type { RefusedRequest } from './refusal-schema';

const BODY_START_BYTES = 2_048;

/** The last refused requests of a datasource, newest first. */
export async function listRefusals(caller: Caller, datasourceId: string): Promise<RefusedRequest[]> {
  await findDatasource(caller, datasourceId, 'datasource:read');
  const requests = await prisma().ingestRequest.findMany({
    where: { datasourceId, code: { not: null } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 50,
  });
  return requests.map(({ id, at, status, code, exchange, address, body }) => {
    const { detail = '', errors = [] } = exchangeSchema.catch({}).parse(exchange);
    return {
      id: String(id),
      at: at.toISOString(),
      status,
      code: code ?? '',
      detail,
      errors,
      address,
      bodyStart: body && bodyStart(body),
    };
  });
}

const bodyStart = (body: Uint8Array): string =>
  Buffer.from(body).subarray(0, BODY_START_BYTES).toString('utf8').replaceAll('\0', '␀');
