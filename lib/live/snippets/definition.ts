import { KEY_VARIABLE } from '@/lib/datasource/snippets/definition';

/** Programs that read the live stream, as the documentation shows them. A test runs them. */
export type LiveSnippet = {
  kind: 'curl' | 'node' | 'python' | 'browser';
  label: string;
  code: (given: { origin: string; datasourceId: string }) => string;
};

export { KEY_VARIABLE };
