'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

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

/** By which way a request came: the protocol, or the format at our own address. */
export function useEndpointName(): (request: { endpoint: string; format: string | null }) => string {
  const t = useTranslations('inspector.list');
  return useCallback(
    ({ endpoint, format }) =>
      ENDPOINTS[endpoint] ?? (format === null ? t('noFormat') : (FORMATS[format] ?? format)),
    [t],
  );
}
