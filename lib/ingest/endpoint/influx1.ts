import type { Problem } from '@/lib/problem';
import { lineProtocol } from '../format/line-protocol/line-protocol';
import type { IngestAnswer, IngestRequest } from '../request';
import { keyOfHeaders, passwordOf } from './credentials';
import type { Endpoint, Target } from './endpoint';
import { influxHeaders, statusOf } from './influx-answer';
import { answerError } from './influx1-error';
import { answerQuery } from './influx1-query';

/**
 * InfluxDB 1: `POST /write?db=…&precision=…`, `/query` as far as senders ask it when they start, and `/ping`. The
 * database names the datasource; the key is the password, whatever the user is called.
 */
export const influx1Endpoint: Endpoint = {
  kind: 'influx1',
  match: (path, query) =>
    path === '/write' || path === '/query' || path === '/ping' ? targetOf(query) : undefined,
  key: (request, target) => keyOfHeaders(request) ?? target.key,
  formats: [lineProtocol],
  taken: () => TAKEN,
  refused: (refusal) => answerError(statusOf(refusal), messageOf(refusal), refusal),
  other(request, target) {
    if (request.path === '/write') return undefined;
    return request.path === '/ping'
      ? ping(request)
      : answerQuery(request, influx1Endpoint.key(request, target));
  },
};

const TAKEN: IngestAnswer = { status: 204, headers: influxHeaders(), body: '' };

function targetOf(query: string): Target {
  const parameters = new URLSearchParams(query);
  const key = parameters.get('p');
  const user = parameters.get('u') ?? '';
  return {
    datasource: parameters.get('db') || undefined,
    isLoose: true,
    ...(key === null && user === '' ? {} : { key: passwordOf(`${user}:${key ?? ''}`) }),
  };
}

const ping = ({ method }: IngestRequest): IngestAnswer =>
  method === 'GET' || method === 'HEAD'
    ? TAKEN
    : {
        ...answerError(405, 'Ask with GET or HEAD.'),
        headers: influxHeaders(undefined, { allow: 'GET, HEAD' }),
      };

/** Home Assistant and others tell by these words what is wrong. */
function messageOf(refusal: Problem): string {
  if (refusal.status === 401) return `authorization failed: ${refusal.message}`;
  return refusal.status === 404 ? `database not found: ${refusal.message}` : refusal.message;
}
