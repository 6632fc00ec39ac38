import { KEY_VARIABLE, type SnippetDefinition } from './definition';

export const node = {
  kind: 'node',
  group: 'language',
  label: 'Node.js',
  setsKey: false,
  code: ({ url }) => `const answer = await fetch("${url}", {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ temperature: 42.5 }),
});
if (!answer.ok) throw new Error(await answer.text());
`,
} satisfies SnippetDefinition<'node'>;
