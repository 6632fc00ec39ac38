import { problemBody, problemHeaders } from '@/lib/problem';
import { jsonFormat, vendorJsonFormat } from '../format/json/json';
import type { IngestAnswer } from '../request';
import type { Endpoint } from './endpoint';

/** Only what looks like a key of ours: the rest of `/api/v1` is our own API. */
const PREFIX = '/api/v1/';
const KEY_PREFIX = 'twk_';
/** Attributes are what a device tells of itself; here they are readings like any others. */
const ENDS: ReadonlySet<string> = new Set(['telemetry', 'attributes']);

const TAKEN: IngestAnswer = { status: 200, headers: { 'content-length': '0' }, body: '' };

/** `POST /api/v1/:token/telemetry`: what ThingsBoard's devices send. The token is the key. */
export const thingsboardEndpoint: Endpoint = {
  kind: 'thingsboard',
  match(path) {
    if (!path.startsWith(PREFIX) || !path.startsWith(KEY_PREFIX, PREFIX.length)) return undefined;
    const [key = '', end = '', rest] = path.slice(PREFIX.length).split('/');
    return ENDS.has(end) && (rest === undefined || rest === '') ? { datasource: undefined, key } : undefined;
  },
  key: (_request, target) => target.key,
  formats: [jsonFormat, vendorJsonFormat],
  taken: () => TAKEN,
  refused(refusal, { requestId }) {
    // Devices know 400, 401 and 404; what a reading lacks is a 400 to them.
    const status = refusal.status === 422 ? 400 : refusal.status;
    const body = JSON.stringify({ ...problemBody(refusal, requestId), status });
    return {
      status,
      headers: { ...problemHeaders(refusal), 'content-length': String(Buffer.byteLength(body)) },
      body,
    };
  },
};
