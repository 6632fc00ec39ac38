import { KEY_VARIABLE, type SnippetDefinition } from './definition';
import { instanceOf } from './instance-of';

export const opentelemetry = {
  kind: 'opentelemetry',
  group: 'protocol',
  label: 'OpenTelemetry',
  setsKey: true,
  code: ({ url, key }) => `# on the machine that sends, once
export ${KEY_VARIABLE}='${key}'

export OTEL_SERVICE_NAME=press-1
export OTEL_METRICS_EXPORTER=otlp
export OTEL_EXPORTER_OTLP_METRICS_PROTOCOL=http/protobuf
export OTEL_EXPORTER_OTLP_METRICS_ENDPOINT='${instanceOf(url).instance}/v1/metrics'
export OTEL_EXPORTER_OTLP_METRICS_HEADERS="x-api-key=$${KEY_VARIABLE}"
`,
} satisfies SnippetDefinition<'opentelemetry'>;
