import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Article, Section } from '@/components/docs/article';
import { DocsCode } from '@/components/docs/docs-code';
import { KeyLimits } from '@/components/docs/key-limits';
import { richText } from '@/components/docs/rich-text';
import { Note } from '@/components/ui/note';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';
import { env } from '@/lib/env';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('pages.keys') };
}

const SECTIONS = ['reach', 'name', 'read', 'guard', 'rotate', 'limits', 'kept'] as const;

export default async function KeysPage() {
  const t = await getTranslations('docs');
  const { origin } = new URL(ingestionUrl(await headers(), 'dsr_…'));
  const sections = SECTIONS.map((id) => ({ id, title: t(`keys.${id}.title`) }));
  const [reach, name, read, guard, rotate, limits, kept] = sections;
  if (!reach || !name || !read || !guard || !rotate || !limits || !kept) return null;
  return (
    <Article
      title={t('pages.keys')}
      lead={t.rich('keys.lead', richText)}
      sections={sections}
      onThisPage={t('onThisPage')}
    >
      <Section {...reach}>
        <p>{t.rich('keys.reach.text', richText)}</p>
        <p>{t.rich('keys.reach.permissions', richText)}</p>
      </Section>
      <Section {...name}>
        <p>{t.rich('keys.name.text', richText)}</p>
        <DocsCode
          title="curl"
          language="shell"
          code={`curl ${origin}/api/ingest \\\n  -H "Authorization: Bearer $TWINNOVERSE_API_KEY" \\\n  -H "X-Datasource: Press line 1" \\\n  -H "Content-Type: application/json" \\\n  -d '{"temperature": 42.5}'`}
        />
        <p>{t.rich('keys.name.refused', richText)}</p>
      </Section>
      <Section {...read}>
        <p>{t.rich('keys.read.text', richText)}</p>
        <DocsCode
          title="curl"
          language="shell"
          code={`curl "${origin}/api/v1/datasources" \\\n  -H "Authorization: Bearer $TWINNOVERSE_API_KEY"\n\ncurl -N "${origin}/api/live?datasources=dsr_…" \\\n  -H "Authorization: Bearer $TWINNOVERSE_API_KEY"`}
        />
        <Note tone="inform">{t.rich('keys.read.note', richText)}</Note>
      </Section>
      <Section {...guard}>
        <p>{t.rich('keys.guard.text', richText)}</p>
        <Note tone="look">{t.rich('keys.guard.note', richText)}</Note>
      </Section>
      <Section {...rotate}>
        <p>{t.rich('keys.rotate.text', richText)}</p>
      </Section>
      <Section {...limits}>
        <p>{t.rich('keys.limits.text', richText)}</p>
        <KeyLimits env={env()} />
      </Section>
      <Section {...kept}>
        <p>{t.rich('keys.kept.text', richText)}</p>
      </Section>
    </Article>
  );
}
