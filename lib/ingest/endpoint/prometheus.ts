import type { Problem } from '@/lib/problem';
import { remoteWrite } from '../format/prometheus/remote-write';
import { keyOfHeaders } from './credentials';
import type { Endpoint } from './endpoint';

/** `POST /api/v1/write`: Prometheus remote write. Upon 400 a sender gives its batch up, upon 429 and 5xx it tries again. */
export const prometheusEndpoint: Endpoint = {
  kind: 'prometheus',
  match: (path) => (path === '/api/v1/write' ? { datasource: undefined } : undefined),
  key: keyOfHeaders,
  formats: [remoteWrite],
  taken: ({ readings }) => ({
    status: 204,
    headers: { 'x-prometheus-remote-write-samples-written': String(readings) },
    body: '',
  }),
  refused(refusal) {
    const body = `${refusal.message}\n`;
    return {
      status: statusOf(refusal),
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
        ...(refusal.status === 401 ? { 'www-authenticate': 'Bearer realm="twinnoverse"' } : {}),
        ...(refusal.options.retryAfterSeconds === undefined
          ? {}
          : { 'retry-after': String(refusal.options.retryAfterSeconds) }),
      },
      body,
    };
  },
};

const statusOf = ({ status }: Problem): number => (status === 422 ? 400 : status);
