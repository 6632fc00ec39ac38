import { prisma } from '@/lib/database';
import { env } from '@/lib/env';
import type { IngestRequest as StoredRequest } from '@/lib/generated/prisma/client';
import { chooseFormat } from '@/lib/ingest/choose-format';
import { findEndpoint } from '@/lib/ingest/endpoint/registry';
import { Faults } from '@/lib/ingest/faults';
import { type Exchange, exchangeSchema } from '@/lib/inspector/schema';
import { splitTarget } from '@/lib/inspector/split-target';
import type { Message } from '@/lib/telemetry/message';
import type { FieldSample } from './fields-schema';
import { type FieldRules, NO_FIELD_RULES } from './schema';

const SAMPLES_MAX = 6;
/** Messages of one request that are looked at for keys that differ. */
const MESSAGES_LOOKED_AT = 50;

/** Read so, a message's own time stays among its values. */
const TIME_STAYS = { ...NO_FIELD_RULES, useArrival: true };

/** The last messages that differ in their keys, newest first, read again from what the inspector keeps. */
export async function readSamples(datasourceId: string): Promise<FieldSample[]> {
  const requests = await prisma().ingestRequest.findMany({
    where: { datasourceId, code: null },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  const samples: FieldSample[] = [];
  const shapes = new Set<string>();
  for (const request of requests) {
    for (const sample of samplesOf(request)) {
      const shape = sample.keys.toSorted().join('\n');
      if (sample.keys.length === 0 || shapes.has(shape)) continue;
      shapes.add(shape);
      samples.push(sample);
      if (samples.length === SAMPLES_MAX) return samples;
    }
  }
  return samples;
}

function samplesOf(request: StoredRequest): FieldSample[] {
  const exchange = exchangeSchema.catch({}).parse(request.exchange);
  const base = {
    requestId: String(request.id),
    at: request.at.toISOString(),
    aheadSecondsMax: env().INGEST_FUTURE_SECONDS_MAX,
    endpoint: request.endpoint,
    format: request.format,
  };
  const raw = readAgain(request, exchange, TIME_STAYS);
  const usual = readAgain(request, exchange, undefined);
  if (!raw || raw.length !== usual?.length)
    return (exchange.messages ?? []).map((message) => ({
      ...base,
      ...message,
      timeKey: null,
      isAsRead: true,
    }));
  return raw.slice(0, MESSAGES_LOOKED_AT).map(({ keys, values }, i) => {
    const { timeUs = null, keys: usualKeys = [] } = usual[i] ?? {};
    return {
      ...base,
      timeUs,
      timeKey: keys.find((key) => !usualKeys.includes(key)) ?? null,
      keys,
      values,
      isAsRead: false,
    };
  });
}

/** The messages of a kept body; undefined when it can't be read any more. */
function readAgain(
  { body, bodyBytes, at }: StoredRequest,
  exchange: Exchange,
  rules: FieldRules | undefined,
): Message[] | undefined {
  if (!body || body.length < bodyBytes || !exchange.target) return undefined;
  const { path, query } = splitTarget(exchange.target);
  const headers = new Map(exchange.headers);
  const endpoint = findEndpoint(path, query)?.endpoint;
  if (!endpoint) return undefined;
  try {
    return chooseFormat(endpoint.formats, headers.get('content-type')).read(Buffer.from(body), {
      arrivedMs: at.getTime(),
      aheadSecondsMax: env().INGEST_FUTURE_SECONDS_MAX,
      query: new URLSearchParams(query),
      header: (name) => headers.get(name),
      rules,
      faults: new Faults(),
    });
  } catch {
    return undefined; // it was taken once: the format has changed since
  }
}
