/** What one request carries: messages of three numbers. */
export const WORKLOADS = [
  { name: 'one message a POST', messages: 1, connections: 64 },
  { name: '100 messages a POST', messages: 100, connections: 16 },
  { name: '1,000 messages a POST', messages: 1_000, connections: 16 },
] as const;
export type Workload = (typeof WORKLOADS)[number];

export const READINGS_PER_MESSAGE = 3;

export type Sender = { datasourceId: string; key: string };

const VARIANTS = 8;
const reading = () => (Math.round(Math.random() * 1e4) / 100).toFixed(2);

/** Requests of one sender, one after the other: the bodies were made before the clock runs. */
export type Requests = () => Buffer;

/** Ours: JSON. The messages of a batch bring their times (microseconds), a single one has that of its arrival. */
export function jsonRequests({ datasourceId, key }: Sender, { messages }: Workload): Requests {
  const single = () => `{"temperature":${reading()},"pressure":${reading()},"rpm":${reading()}}`;
  const timed = () => single().replace('{', `{"timestamp":${TIME_HOLE},`);
  return requests(`/api/ingest/${datasourceId}`, messages, {
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: () => (messages === 1 ? single() : `[${Array.from({ length: messages }, timed).join(',')}]`),
  });
}

/** InfluxDB's: a line with three fields a message, with the same times. */
export function lineRequests(series: string, { messages }: Workload): Requests {
  const line = () => `machine,id=${series} temperature=${reading()},pressure=${reading()},rpm=${reading()}`;
  return requests('/write?db=bench&precision=u', messages, {
    headers: { 'content-type': 'text/plain' },
    body: () =>
      messages === 1 ? line() : Array.from({ length: messages }, () => `${line()} ${TIME_HOLE}`).join('\n'),
  });
}

/** Stands where a time of sixteen digits is written before a request is sent. */
const TIME_HOLE = '1111111111111111';

function requests(
  path: string,
  messages: number,
  { headers, body }: { headers: Record<string, string>; body: () => string },
): Requests {
  const made = Array.from({ length: VARIANTS }, () => {
    const bytes = httpPost(path, headers, body());
    return { bytes, holes: messages === 1 ? [] : holesIn(bytes) };
  });
  let count = 0;
  let timeUs = 0;
  return () => {
    const { bytes, holes } = made[count++ % VARIANTS] as (typeof made)[number];
    timeUs = Math.max(timeUs, Date.now() * 1000);
    for (const at of holes) bytes.write(String(timeUs++), at, 'latin1');
    return bytes;
  };
}

function holesIn(bytes: Buffer): number[] {
  const holes: number[] = [];
  for (let at = bytes.indexOf(TIME_HOLE); at >= 0; at = bytes.indexOf(TIME_HOLE, at + 1)) holes.push(at);
  return holes;
}

const httpPost = (path: string, headers: Record<string, string>, body: string): Buffer =>
  Buffer.from(
    [
      `POST ${path} HTTP/1.1`,
      'host: 127.0.0.1',
      `content-length: ${Buffer.byteLength(body)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  );
