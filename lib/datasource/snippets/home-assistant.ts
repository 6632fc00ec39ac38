import { KEY_VARIABLE, type SnippetDefinition } from './definition';
import { instanceOf } from './instance-of';

export const homeAssistant = {
  kind: 'home_assistant',
  group: 'protocol',
  label: 'Home Assistant',
  setsKey: false,
  code: ({ url }) => {
    const { instance, datasourceId } = instanceOf(url);
    const { protocol, hostname, port, pathname } = new URL(instance);
    const isSecure = protocol === 'https:';
    const path = pathname === '/' ? '' : `\n  path: ${pathname}`;
    return `# secrets.yaml, once:  twinnoverse_api_key: "the value of ${KEY_VARIABLE}"
# configuration.yaml: writes what it would write to InfluxDB 2 (${instance})
influxdb:
  api_version: 2
  ssl: ${isSecure}
  host: ${hostname}
  port: ${port || (isSecure ? 443 : 80)}${path}
  token: !secret twinnoverse_api_key
  organization: twinnoverse
  bucket: ${datasourceId}
  measurement_attr: entity_id
  ignore_attributes: [friendly_name, icon, device_class, state_class]
  include:
    domains: [sensor, binary_sensor]
`;
  },
} satisfies SnippetDefinition<'home_assistant'>;
