'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { RevealedKey } from '@/components/datasource/revealed-key';
import { Code, CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel } from '@/components/ui/panel';
import type { CodeLanguage } from '@/components/ui/prepare-code';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { SNIPPET_GROUPS, type SnippetGroup, type SnippetKind } from '@/lib/datasource/snippets/definition';
import { SNIPPETS } from '@/lib/datasource/snippets/registry';

const LANGUAGES: Record<SnippetKind, CodeLanguage> = {
  curl: 'shell',
  python: 'python',
  node: 'javascript',
  powershell: 'powershell',
  arduino: 'cpp',
  node_red: 'javascript',
  csv: 'shell',
  influxdb: 'javascript',
  telegraf: 'settings',
  home_assistant: 'settings',
  prometheus: 'settings',
  opentelemetry: 'shell',
  thingsboard: 'shell',
};
const PLACEHOLDER = '…';

type Props = { url: string; revealed: RevealedKey | null };

/** What a data key looks like that is made of a measurement, its field and its tags. */
const SERIES_KEY = 'press.force{hall=A}';

const inGroup = (group: SnippetGroup) => SNIPPETS.filter((snippet) => snippet.group === group);

/**
 * Ready code in several languages, and settings for what speaks a protocol already. It shows only the start of the
 * key; the copy of a shell's code holds it whole.
 */
export function SnippetStep({ url, revealed }: Props) {
  const t = useTranslations('datasource.connect');
  const [group, setGroup] = useState<SnippetGroup>('language');
  const [kinds, setKinds] = useState<Record<SnippetGroup, string>>({
    language: 'curl',
    protocol: 'influxdb',
  });
  const kind = kinds[group];
  const chosen = SNIPPETS.find((snippet) => snippet.kind === kind);
  const shownKey = revealed ? `${revealed.start}${PLACEHOLDER}` : PLACEHOLDER;
  return (
    <>
      <Panel>
        <div className="flex items-center justify-between gap-2 border-line border-b px-2 py-1.5">
          <SegmentedControl
            aria-label={t('snippets')}
            value={group}
            onValueChange={setGroup}
            segments={SNIPPET_GROUPS.map((value) => ({ value, label: t(`groups.${value}`) }))}
            className="max-md:mx-0 max-md:px-0"
          />
          <CopyButton
            label={t('copySnippet')}
            text={() => chosen?.code({ url, key: revealed?.key ?? PLACEHOLDER }) ?? ''}
          />
        </div>
        <Tabs value={kind} onValueChange={(value) => setKinds({ ...kinds, [group]: value })} dir="ltr">
          <TabList
            aria-label={t(`groups.${group}`)}
            className="ltr max-md:[mask-image:linear-gradient(to_right,black_calc(100%-32px),transparent)]"
          >
            {inGroup(group).map((snippet) => (
              <Tab key={snippet.kind} value={snippet.kind}>
                {snippet.label}
              </Tab>
            ))}
          </TabList>
          {inGroup(group).map((snippet) => (
            <TabPanel key={snippet.kind} value={snippet.kind} tabIndex={-1}>
              <CodeBlock
                code={snippet.code({ url, key: shownKey }).trimEnd()}
                language={LANGUAGES[snippet.kind]}
                label={t('snippet', { language: snippet.label })}
              />
            </TabPanel>
          ))}
        </Tabs>
      </Panel>
      <p className="text-ink-3 text-small">
        {revealed && chosen?.setsKey ? `${t('snippetCopiesKey')} ` : ''}
        {t.rich(group === 'language' ? 'snippetNote' : 'protocolNote', {
          code: (chunks) => <Code>{chunks}</Code>,
          more: (chunks) => (
            <Link href="/docs/protocols" className="link-in-text">
              {chunks}
            </Link>
          ),
          formats: (chunks) => (
            <Link href="/docs/ingest#formats" className="link-in-text">
              {chunks}
            </Link>
          ),
          key: SERIES_KEY,
        })}
      </p>
    </>
  );
}
