import { KEY_VARIABLE, type SnippetDefinition } from './definition';
import { instanceOf } from './instance-of';

export const telegraf = {
  kind: 'telegraf',
  group: 'protocol',
  label: 'Telegraf',
  setsKey: false,
  code: ({ url }) => {
    const { instance, datasourceId } = instanceOf(url);
    return `# /etc/telegraf/telegraf.d/twinnoverse.conf
[[outputs.influxdb_v2]]
  urls = ["${instance}"]
  token = "\${${KEY_VARIABLE}}"
  organization = "twinnoverse"
  bucket = "${datasourceId}"
`;
  },
} satisfies SnippetDefinition<'telegraf'>;
