import { KEY_VARIABLE, type SnippetDefinition } from './definition';

export const curl = {
  kind: 'curl',
  group: 'language',
  label: 'curl',
  setsKey: true,
  code: ({ url, key }) => `# on the machine that sends, once
export ${KEY_VARIABLE}='${key}'

curl -X POST ${url} \\
  -H "Authorization: Bearer $${KEY_VARIABLE}" \\
  -H "Content-Type: application/json" \\
  -d '{"temperature": 42.5}'
`,
} satisfies SnippetDefinition<'curl'>;
