import { useTranslations } from 'next-intl';
import { exampleText, FORMAT_EXAMPLES } from '@/lib/ingest/format/examples';
import { DocsCode } from './docs-code';
import { richText } from './rich-text';

/** Every other way to write a body, each with an example that can be sent as it stands. */
export function FormatExamples() {
  const t = useTranslations('docs.ingest.formats');
  return FORMAT_EXAMPLES.map((example) => (
    <div key={example.id} className="grid gap-3">
      <p>{t.rich(`kinds.${example.id}.text`, richText)}</p>
      <DocsCode title={t(`kinds.${example.id}.title`)} language="text" code={exampleText(example)} />
    </div>
  ));
}
