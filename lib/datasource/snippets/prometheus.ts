import { KEY_VARIABLE, type SnippetDefinition } from './definition';
import { instanceOf } from './instance-of';

export const prometheus = {
  kind: 'prometheus',
  group: 'protocol',
  label: 'Prometheus',
  setsKey: false,
  code: ({ url }) => `# once:  printf %s "$${KEY_VARIABLE}" > /etc/prometheus/twinnoverse.key
# prometheus.yml
remote_write:
  - url: ${instanceOf(url).instance}/api/v1/write
    authorization:
      credentials_file: /etc/prometheus/twinnoverse.key
    # of thousands of series, only those that the twin shows:
    # write_relabel_configs:
    #   - {source_labels: [__name__], regex: "up|press_.*", action: keep}
`,
} satisfies SnippetDefinition<'prometheus'>;
