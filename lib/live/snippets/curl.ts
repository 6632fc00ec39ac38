import { KEY_VARIABLE, type LiveSnippet } from './definition';

export const curl: LiveSnippet = {
  kind: 'curl',
  label: 'curl',
  code: ({ origin, datasourceId }) => `curl -N "${origin}/api/live?datasources=${datasourceId}" \\
  -H "Authorization: Bearer $${KEY_VARIABLE}"
`,
};
