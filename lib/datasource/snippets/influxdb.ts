import { KEY_VARIABLE, type SnippetDefinition } from './definition';
import { instanceOf } from './instance-of';

export const influxdb = {
  kind: 'influxdb',
  group: 'protocol',
  label: 'InfluxDB',
  setsKey: false,
  code: ({ url }) => {
    const { instance, datasourceId } = instanceOf(url);
    return `// npm install @influxdata/influxdb-client
import { InfluxDB, Point } from "@influxdata/influxdb-client";

const influx = new InfluxDB({
  url: "${instance}",
  token: process.env.${KEY_VARIABLE},
});
const write = influx.getWriteApi("twinnoverse", "${datasourceId}");

write.writePoint(new Point("press").tag("hall", "A").floatField("force", 12.5));
await write.close();
`;
  },
} satisfies SnippetDefinition<'influxdb'>;
