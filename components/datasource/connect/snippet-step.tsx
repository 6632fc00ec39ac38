'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { RevealedKey } from '@/components/datasource/revealed-key';
import { Code, CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel } from '@/components/ui/panel';
import type { CodeLanguage } from '@/components/ui/prepare-code';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import type { SnippetKind } from '@/lib/datasource/snippets/definition';
import { SNIPPETS } from '@/lib/datasource/snippets/registry';

const LANGUAGES: Record<SnippetKind, CodeLanguage> = {
  curl: 'shell',
  python: 'python',
  node: 'javascript',
  powershell: 'powershell',
  arduino: 'cpp',
  node_red: 'javascript',
};
const PLACEHOLDER = '…';

type Props = { url: string; revealed: RevealedKey | null };

/** Ready code in several languages. It shows only the start of the key; the copy of a shell's code holds it whole. */
export function SnippetStep({ url, revealed }: Props) {
  const t = useTranslations('datasource.connect');
  const [kind, setKind] = useState<string>('curl');
  const chosen = SNIPPETS.find((snippet) => snippet.kind === kind);
  const shownKey = revealed ? `${revealed.start}${PLACEHOLDER}` : PLACEHOLDER;
  return (
    <>
      <Panel>
        <Tabs value={kind} onValueChange={setKind} dir="ltr">
          <div className="flex items-center border-line border-b pe-1.5">
            <TabList
              aria-label={t('languages')}
              className="ltr grow border-b-0 max-md:[mask-image:linear-gradient(to_right,black_calc(100%-32px),transparent)]"
            >
              {SNIPPETS.map((snippet) => (
                <Tab key={snippet.kind} value={snippet.kind}>
                  {snippet.label}
                </Tab>
              ))}
            </TabList>
            <CopyButton
              label={t('copySnippet')}
              text={() => chosen?.code({ url, key: revealed?.key ?? PLACEHOLDER }) ?? ''}
            />
          </div>
          {SNIPPETS.map((snippet) => (
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
        {t.rich('snippetNote', { code: (chunks) => <Code>{chunks}</Code> })}
      </p>
    </>
  );
}
