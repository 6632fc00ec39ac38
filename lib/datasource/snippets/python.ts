import { KEY_VARIABLE, type SnippetDefinition } from './definition';

export const python = {
  kind: 'python',
  group: 'language',
  label: 'Python',
  setsKey: false,
  code: ({ url }) => `import os
import requests

answer = requests.post(
    "${url}",
    headers={"X-API-Key": os.environ["${KEY_VARIABLE}"]},
    json={"temperature": 42.5},
    timeout=10,
)
answer.raise_for_status()
`,
} satisfies SnippetDefinition<'python'>;
