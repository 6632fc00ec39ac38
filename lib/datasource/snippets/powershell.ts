import { KEY_VARIABLE, type SnippetDefinition } from './definition';

export const powershell = {
  kind: 'powershell',
  group: 'language',
  label: 'PowerShell',
  setsKey: true,
  code: ({ url, key }) => `# on the machine that sends, once
$env:${KEY_VARIABLE} = '${key}'

Invoke-RestMethod -Method Post \`
  -Uri "${url}" \`
  -Headers @{ "X-API-Key" = $env:${KEY_VARIABLE} } \`
  -ContentType "application/json" \`
  -Body (@{ temperature = 42.5 } | ConvertTo-Json)
`,
} satisfies SnippetDefinition<'powershell'>;
