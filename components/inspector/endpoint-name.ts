/** Names of protocols and formats are the same in every language. */
const ENDPOINTS: Readonly<Record<string, string>> = {
  influx1: 'InfluxDB 1',
  influx2: 'InfluxDB 2',
  prometheus: 'Prometheus',
  otlp: 'OpenTelemetry',
  thingsboard: 'ThingsBoard',
};
const FORMATS: Readonly<Record<string, string>> = {
  json: 'JSON',
  ndjson: 'NDJSON',
  csv: 'CSV',
  senml: 'SenML',
  cloudevents: 'CloudEvents',
};

/** By which way a request came: the protocol, or the format at our own address; null: it did not get so far. */
export const endpointName = (request: { endpoint: string; format: string | null }): string | null =>
  ENDPOINTS[request.endpoint] ?? (request.format && (FORMATS[request.format] ?? request.format));
