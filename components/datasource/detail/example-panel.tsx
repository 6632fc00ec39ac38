'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { Note } from '@/components/ui/note';
import { Panel, PanelHead } from '@/components/ui/panel';
import { formatExample } from '@/lib/datasource/example/format-example';
import type { ExampleSchema } from '@/lib/datasource/example/schema';

type Props = {
  example: ExampleSchema;
  /** Absent for those who may not send. */
  onSend?: (body: Record<string, unknown>) => void;
  sending: boolean;
};

/** The documented Example Schema: a body that serves the linked widgets, to copy or to send from here. */
export function ExamplePanel({ example, onSend, sending }: Props) {
  const t = useTranslations('datasource.example');
  const code = formatExample(example.body);
  return (
    <Panel labelledBy="example">
      <PanelHead id="example" title={t('title')}>
        <CopyButton text={code} label={t('copy')} />
        {onSend ? (
          <Button size="small" loading={sending} onClick={() => onSend(example.body)}>
            {t('send')}
          </Button>
        ) : null}
      </PanelHead>
      <CodeBlock code={code} language="json" label={t('body')} className="max-h-96" />
      {example.conflicts.length > 0 ? (
        <Note tone="look" className="m-3">
          {t.rich('conflict', {
            keys: example.conflicts.join(', '),
            key: (chunks) => <span className="ltr code-text">{chunks}</span>,
          })}
        </Note>
      ) : null}
      <p className="border-line border-t px-4 py-2.5 text-ink-3 text-small">
        <Origin example={example} />
      </p>
    </Panel>
  );
}

function Origin({ example }: { example: ExampleSchema }) {
  const t = useTranslations('datasource.example');
  const format = useFormatter();
  if (example.from !== 'widgets') return t(example.from === 'metrics' ? 'fromMetrics' : 'fromSample');
  return t.rich('fromWidgets', {
    count: example.widgets,
    assets: () =>
      format.list(
        example.assets.map((asset) => (
          <Link key={asset.id} href={`/assets/${asset.id}`} className="link-in-text">
            {asset.name}
          </Link>
        )),
      ),
  });
}
