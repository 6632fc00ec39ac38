import { KEY_VARIABLE, type SnippetDefinition } from './definition';

export const csv = {
  kind: 'csv',
  group: 'language',
  label: 'CSV',
  setsKey: true,
  code: ({ url, key }) => `# on the machine that sends, once
export ${KEY_VARIABLE}='${key}'

# history.csv, of any length; each column becomes a metric:
#   timestamp,temperature,running
#   2026-01-31T12:00:00Z,42.5,true
curl -X POST -T history.csv ${url} \\
  -H "Authorization: Bearer $${KEY_VARIABLE}" \\
  -H "Content-Type: text/csv"
`,
} satisfies SnippetDefinition<'csv'>;
