import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel, PanelHead } from '@/components/ui/panel';
import type { CodeLanguage } from '@/components/ui/prepare-code';

type Props = { title: string; code: string; language: CodeLanguage };

/** An example that can be copied. */
export function DocsCode({ title, code, language }: Props) {
  return (
    <Panel>
      <PanelHead title={title}>
        <CopyButton text={code} />
      </PanelHead>
      <CodeBlock code={code} language={language} label={title} />
    </Panel>
  );
}
