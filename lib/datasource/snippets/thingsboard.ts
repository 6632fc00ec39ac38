import { KEY_VARIABLE, type SnippetDefinition } from './definition';
import { instanceOf } from './instance-of';

export const thingsboard = {
  kind: 'thingsboard',
  group: 'protocol',
  label: 'ThingsBoard',
  setsKey: true,
  code: ({ url, key }) => `# the key is the device's access token
export ${KEY_VARIABLE}='${key}'

curl -X POST "${instanceOf(url).instance}/api/v1/$${KEY_VARIABLE}/telemetry" \\
  -H "Content-Type: application/json" \\
  -d '{"temperature": 42.5}'
`,
} satisfies SnippetDefinition<'thingsboard'>;
