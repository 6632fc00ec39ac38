/** One example for each way to write a body, as the documentation shows it; a test sends them all. */
export type FormatExample = {
  id: 'values' | 'ndjson' | 'csv' | 'csvLong' | 'senml' | 'cloudevents' | 'cloudeventsBinary';
  contentType: string;
  /** Headers besides the content type that belong to it. */
  headers?: Readonly<Record<string, string>>;
  body: string;
  /** Messages in it, and the data keys that they make. */
  messages: number;
  dataKeys: readonly string[];
};

export const FORMAT_EXAMPLES: readonly FormatExample[] = [
  {
    id: 'values',
    contentType: 'application/json',
    body: '{"ts": 1769860800000, "values": {"temperature": 42.5}}',
    messages: 1,
    dataKeys: ['temperature'],
  },
  {
    id: 'ndjson',
    contentType: 'application/x-ndjson',
    body: '{"timestamp": "2026-01-31T12:00:00Z", "temperature": 42.5}\n{"timestamp": "2026-01-31T12:00:10Z", "temperature": 42.7}\n',
    messages: 2,
    dataKeys: ['temperature'],
  },
  {
    id: 'csv',
    contentType: 'text/csv',
    body: 'timestamp,temperature,motor_stats.rpm,running\n2026-01-31T12:00:00Z,42.5,1500,true\n2026-01-31T12:00:10Z,42.7,,true\n',
    messages: 2,
    dataKeys: ['motor_stats.rpm', 'running', 'temperature'],
  },
  {
    id: 'csvLong',
    contentType: 'text/csv',
    body: 'metric,time,value\ntemperature,2026-01-31T12:00:00Z,42.5\nrpm,2026-01-31T12:00:00Z,1500\n',
    messages: 1,
    dataKeys: ['rpm', 'temperature'],
  },
  {
    id: 'senml',
    contentType: 'application/senml+json',
    body: '[\n  {"bn": "boiler:", "bt": 1769860800, "n": "temperature", "u": "Cel", "v": 42.5},\n  {"n": "open", "vb": false},\n  {"n": "temperature", "t": -10, "v": 42.3}\n]\n',
    messages: 2,
    dataKeys: ['boiler:open', 'boiler:temperature'],
  },
  {
    id: 'cloudevents',
    contentType: 'application/cloudevents+json',
    body: '{\n  "specversion": "1.0",\n  "id": "7f3c",\n  "source": "/plant/line-4",\n  "type": "com.example.measured",\n  "time": "2026-01-31T12:00:00Z",\n  "data": {"temperature": 42.5}\n}\n',
    messages: 1,
    dataKeys: ['temperature'],
  },
  {
    id: 'cloudeventsBinary',
    contentType: 'application/json',
    headers: {
      'ce-specversion': '1.0',
      'ce-id': '7f3d',
      'ce-source': '/plant/line-4',
      'ce-type': 'com.example.measured',
      'ce-time': '2026-01-31T12:00:10Z',
    },
    body: '{"temperature": 42.7}',
    messages: 1,
    dataKeys: ['temperature'],
  },
];

/** As one sees it on the wire: the headers that matter, then the body. */
export function exampleText({ contentType, headers = {}, body }: FormatExample): string {
  const lines = [
    `Content-Type: ${contentType}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\n')}\n\n${body.trimEnd()}`;
}
