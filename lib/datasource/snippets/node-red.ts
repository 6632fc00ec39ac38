import { KEY_VARIABLE, type SnippetDefinition } from './definition';

export const nodeRed = {
  kind: 'node_red',
  group: 'language',
  label: 'Node-RED',
  setsKey: false,
  code: ({ url }) => `// function node, before an "http request" node (method: set by msg.method)
msg.method = "POST";
msg.url = "${url}";
msg.headers = {
  "X-API-Key": env.get("${KEY_VARIABLE}"),
  "Content-Type": "application/json",
};
msg.payload = { temperature: 42.5 };
return msg;
`,
} satisfies SnippetDefinition<'node_red'>;
