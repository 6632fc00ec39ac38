import { z } from 'zod';
import type { Endpoint } from '@/lib/openapi';
import type { ProblemCode } from '@/lib/problem';
import { INGEST_PROBLEMS } from './hot-endpoints';

const LINES = { 'text/plain': 'weather,place=yard temperature=21.5 1769860800000000000\n' };
const precision = z
  .enum(['ns', 'us', 'ms', 's', 'm', 'h'])
  .optional()
  .meta({ description: 'Unit of the times; nanoseconds unless said.' });
const named = (protocol: string) =>
  z
    .string()
    .optional()
    .meta({
      description: `What ${protocol} insists on: names the datasource for a key that reaches several.`,
    });
const INFLUX_1_REFUSAL = {
  contentType: 'application/json',
  example: '{"error":"unable to parse \'weather\': missing fields"}',
};
const QUERY_PROBLEMS: readonly ProblemCode[] = ['unauthorized', 'invalid_request', 'too_large'];

const taking = { tag: 'Ingest by other protocols', method: 'post', problems: INGEST_PROBLEMS } as const;

/** The addresses of protocols that others made: what is sent there and how it is answered is theirs. */
export const protocolEndpoints: readonly Endpoint[] = [
  {
    ...taking,
    path: '/api/v2/write',
    security: 'protocol',
    otherBodies: LINES,
    refusals: {
      contentType: 'application/json',
      example: '{"code":"invalid","message":"unable to parse \'weather\': missing fields","line":1}',
    },
    definition: {
      access: 'public',
      summary: 'Write line protocol, as to InfluxDB 2',
      query: z.object({ bucket: named('InfluxDB'), org: z.string().optional(), precision }),
    },
  },
  {
    ...taking,
    path: '/write',
    security: 'protocol',
    otherBodies: LINES,
    refusals: INFLUX_1_REFUSAL,
    definition: {
      access: 'public',
      summary: 'Write line protocol, as to InfluxDB 1',
      query: z.object({
        db: named('InfluxDB'),
        precision,
        u: z.string().optional().meta({ description: 'Any user.' }),
        p: z.string().optional().meta({ description: 'The API key; a header keeps it out of logs.' }),
      }),
    },
  },
  {
    path: '/query',
    method: 'post',
    tag: taking.tag,
    security: 'protocol',
    problems: QUERY_PROBLEMS,
    refusals: INFLUX_1_REFUSAL,
    definition: {
      access: 'public',
      summary: 'Answer CREATE DATABASE and SHOW DATABASES, which clients of InfluxDB 1 ask before they write',
      query: z.object({ q: z.string(), db: z.string().optional() }),
      status: 200,
    },
  },
  {
    path: '/ping',
    method: 'get',
    tag: taking.tag,
    security: 'everyone',
    problems: [],
    definition: { access: 'public', summary: 'Tell clients of InfluxDB that it answers' },
  },
  {
    ...taking,
    path: '/api/v1/write',
    security: 'protocol',
    rawBody: {
      contentType: 'application/x-protobuf',
      description: 'A `prometheus.WriteRequest` in a Snappy block (remote write 1.0).',
    },
    refusals: { contentType: 'text/plain', example: 'snappy: corrupt input\n' },
    definition: { access: 'public', summary: 'Take Prometheus remote write' },
  },
  {
    ...taking,
    path: '/v1/metrics',
    security: 'protocol',
    otherBodies: { 'application/json': '{"resourceMetrics":[]}' },
    rawBody: {
      contentType: 'application/x-protobuf',
      description: 'An `ExportMetricsServiceRequest`; refusals are a `google.rpc.Status` in the same format.',
    },
    refusals: { contentType: 'application/json', example: '{"code":3,"message":"The body is empty."}' },
    definition: { access: 'public', summary: 'Take OpenTelemetry metrics (OTLP over HTTP)', status: 200 },
  },
  ...(['telemetry', 'attributes'] as const).map(
    (end): Endpoint => ({
      ...taking,
      path: `/api/v1/[token]/${end}`,
      security: 'everyone',
      otherBodies: { 'application/json': '{"ts":1769860800000,"values":{"temperature":21.5}}' },
      refusals: { contentType: 'application/problem+json' },
      definition: {
        access: 'public',
        summary: `Take ${end} as devices of ThingsBoard send them; the token is the API key`,
        params: z.object({ token: z.string() }),
        status: 200,
      },
    }),
  ),
];
