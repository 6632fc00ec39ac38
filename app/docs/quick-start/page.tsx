import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Article, Section } from '@/components/docs/article';
import { DocsCode } from '@/components/docs/docs-code';
import { richText } from '@/components/docs/rich-text';
import { Note } from '@/components/ui/note';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';
import { curl } from '@/lib/datasource/snippets/curl';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('pages.quickStart') };
}

const STEPS = ['datasource', 'reading', 'asset', 'scene', 'share'] as const;

export default async function QuickStart() {
  const t = await getTranslations('docs');
  const url = ingestionUrl(await headers(), 'dsr_…');
  const example = curl.code({ url, key: 'twk_…' }).trimEnd();
  const sections = STEPS.map((step) => ({ id: step, title: t(`quickStart.${step}.title`) }));
  return (
    <Article
      title={t('pages.quickStart')}
      lead={t('quickStart.lead')}
      sections={sections}
      onThisPage={t('onThisPage')}
    >
      {STEPS.map((step, index) => (
        <Section key={step} id={step} title={`${index + 1}. ${t(`quickStart.${step}.title`)}`}>
          <p>{t.rich(`quickStart.${step}.text`, richText)}</p>
          {step === 'reading' ? (
            <>
              <DocsCode title={t('quickStart.reading.code')} code={example} language="shell" />
              <p>{t.rich('quickStart.reading.after', richText)}</p>
            </>
          ) : null}
          {step === 'datasource' ? <Note tone="look">{t('quickStart.datasource.note')}</Note> : null}
        </Section>
      ))}
    </Article>
  );
}
