import { cloudEventsFormat } from './cloudevents/cloudevents';
import { csvFormat } from './csv/csv';
import type { BodyFormat } from './format';
import { jsonFormat, vendorJsonFormat } from './json/json';
import { ndjsonFormat } from './ndjson/ndjson';
import { senmlFormat } from './senml/senml';

/** What our own address reads. The first one is taken when nothing is said; the last one takes any other `+json`. */
export const OWN_FORMATS: readonly BodyFormat[] = [
  jsonFormat,
  ndjsonFormat,
  csvFormat,
  senmlFormat,
  cloudEventsFormat,
  vendorJsonFormat,
];
