import { z } from 'zod';
import { FORMAT_EXAMPLES } from '@/lib/ingest/format/examples';
import type { Endpoint } from '@/lib/openapi';
import type { ProblemCode } from '@/lib/problem';

const reading = z.record(z.string(), z.unknown()).meta({
  id: 'Message',
  description:
    'Data keys and their values: numbers, texts, booleans, objects (flattened by dots), objects of arrays (charts). `timestamp` is optional.',
  example: { temperature: 42.5, motor_stats: { rpm: 1500, vibration: 0.75 } },
});
const ingestBody = z.union([reading, z.array(reading)]);
const ingestAnswer = z.object({ accepted: z.number().int(), rejected: z.number().int() });
export const INGEST_PROBLEMS: readonly ProblemCode[] = [
  'invalid_request',
  'unauthorized',
  'insufficient_scope',
  'address_not_allowed',
  'datasource_unnamed',
  'not_found',
  'timeout',
  'too_large',
  'unsupported_media_type',
  'invalid_json',
  'unreadable_body',
  'invalid_reading',
  'unequal_lengths',
  'idempotency_mismatch',
  'request_in_progress',
  'too_many_requests',
  'unavailable',
  'storage_full',
];
/** The first example of each content type. */
const OTHER_BODIES = Object.fromEntries(
  FORMAT_EXAMPLES.filter(({ contentType }) => contentType !== 'application/json')
    .reverse()
    .map(({ contentType, body }) => [contentType, body]),
);
const INGEST_HEADERS = z.object({
  'X-Datasource': z
    .string()
    .optional()
    .meta({ description: 'Id or name of the datasource, for a key that reaches several.' }),
  'Idempotency-Key': z
    .string()
    .max(255)
    .optional()
    .meta({ description: 'The same request within 24 hours is stored once and answered as before.' }),
  'Content-Encoding': z.string().optional().meta({ description: '`gzip`, `deflate`, `br`, or `zstd`.' }),
});
const ingest = { access: 'public', body: ingestBody, response: ingestAnswer } as const;

/** Endpoints that are answered in front of the route factory, described by hand. */
export const hotEndpoints: readonly Endpoint[] = [
  {
    path: '/api/ingest/[datasourceId]',
    method: 'post',
    tag: 'Ingest',
    security: 'ingest',
    problems: INGEST_PROBLEMS,
    otherBodies: OTHER_BODIES,
    headers: INGEST_HEADERS,
    definition: {
      ...ingest,
      summary: 'Send readings of one datasource',
      params: z.object({ datasourceId: z.string() }),
    },
  },
  {
    path: '/api/ingest',
    method: 'post',
    tag: 'Ingest',
    security: 'ingest',
    problems: INGEST_PROBLEMS,
    otherBodies: OTHER_BODIES,
    headers: INGEST_HEADERS,
    definition: { ...ingest, summary: 'Send readings; the key names the datasource' },
  },
  {
    path: '/api/live',
    method: 'get',
    tag: 'Live',
    security: 'linkOrReader',
    problems: [
      'invalid_request',
      'unauthenticated',
      'unauthorized',
      'forbidden',
      'insufficient_scope',
      'address_not_allowed',
      'not_found',
      'too_many_requests',
      'unavailable',
    ],
    definition: {
      access: 'public',
      summary: 'Live stream (server-sent events): a snapshot, then frames at most every 100 ms',
      query: z.object({
        datasources: z.string().optional().meta({ description: 'Ids, separated by commas.' }),
        scene: z.string().optional().meta({ description: 'All datasources of a scene.' }),
        share: z.string().optional().meta({ description: 'Token of a public link.' }),
        ticket: z
          .string()
          .optional()
          .meta({ description: 'From `POST /api/v1/live-tickets`, instead of a key.' }),
        lastEventId: z
          .string()
          .optional()
          .meta({ description: 'Where a stream goes on, for who can not send the header `Last-Event-ID`.' }),
      }),
    },
  },
];
