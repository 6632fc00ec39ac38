export const SNIPPET_KINDS = [
  'curl',
  'python',
  'node',
  'powershell',
  'arduino',
  'node_red',
  'csv',
  'influxdb',
  'telegraf',
  'home_assistant',
  'prometheus',
  'opentelemetry',
  'thingsboard',
] as const;
export type SnippetKind = (typeof SNIPPET_KINDS)[number];

/** `language`: code that sends our own format. `protocol`: the settings of what speaks another one already. */
export const SNIPPET_GROUPS = ['language', 'protocol'] as const;
export type SnippetGroup = (typeof SNIPPET_GROUPS)[number];

/** The variable that every snippet reads the key from, so that the key stays out of code. */
export const KEY_VARIABLE = 'TWINNOVERSE_API_KEY';

export type SnippetInput = {
  /** The ingestion URL. */
  url: string;
  /** What stands where the variable is set: the key itself, or a placeholder. */
  key: string;
};

/** A ready piece of code, or of settings, that sends readings. */
export type SnippetDefinition<K extends SnippetKind = SnippetKind> = {
  kind: K;
  group: SnippetGroup;
  /** The language's or the product's own name, the same in every language of ours. */
  label: string;
  /** Whether the code sets the variable itself (a shell), so that its copy carries the key. */
  setsKey: boolean;
  code: (input: SnippetInput) => string;
};
