import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Article, Section } from '@/components/docs/article';
import { BodyShapes } from '@/components/docs/body-shapes';
import { DocsCode } from '@/components/docs/docs-code';
import { IngestLimits } from '@/components/docs/ingest-limits';
import { richText } from '@/components/docs/rich-text';
import { Code } from '@/components/ui/code-block';
import { Note } from '@/components/ui/note';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';
import { env } from '@/lib/env';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('pages.ingest') };
}

const SECTIONS = ['send', 'key', 'body', 'time', 'answer', 'refused', 'limits'] as const;
const KEY_FORMS = ['Authorization: Bearer KEY', 'Authorization: KEY', 'X-API-Key: KEY'];
const BATCH = [
  { timestamp: '2026-01-31T12:00:00Z', temperature: 42.5, motor_stats: { rpm: 1500, vibration: 0.75 } },
  { timestamp: '2026-01-31T12:00:10Z', temperature: 42.7 },
];

export default async function IngestReference() {
  const t = await getTranslations('docs');
  const url = ingestionUrl(await headers(), 'dsr_…');
  const sections = SECTIONS.map((id) => ({ id, title: t(`ingest.${id}.title`) }));
  const [send, key, body, time, answer, refused, limits] = sections;
  if (!send || !key || !body || !time || !answer || !refused || !limits) return null;
  return (
    <Article
      title={t('pages.ingest')}
      lead={t.rich('ingest.lead', richText)}
      sections={sections}
      onThisPage={t('onThisPage')}
    >
      <Section {...send}>
        <p>{t.rich('ingest.send.text', richText)}</p>
        <DocsCode
          title="HTTP"
          language="text"
          code={`POST /api/ingest/dsr_… HTTP/1.1\nHost: ${new URL(url).host}\nAuthorization: Bearer KEY\nContent-Type: application/json\n\n{"temperature": 42.5}`}
        />
      </Section>
      <Section {...key}>
        <p>{t.rich('ingest.key.text', richText)}</p>
        <ul className="grid gap-1.5">
          {KEY_FORMS.map((form) => (
            <li key={form}>
              <Code>{form}</Code>
            </li>
          ))}
        </ul>
      </Section>
      <Section {...body}>
        <p>{t.rich('ingest.body.text', richText)}</p>
        <BodyShapes />
        <Note tone="inform">{t.rich('ingest.body.note', richText)}</Note>
        <p>{t.rich('ingest.body.many', richText)}</p>
        <DocsCode title={t('ingest.body.batch')} language="json" code={JSON.stringify(BATCH, null, 2)} />
      </Section>
      <Section {...time}>
        <p>{t.rich('ingest.time.text', richText)}</p>
      </Section>
      <Section {...answer}>
        <p>{t.rich('ingest.answer.text', richText)}</p>
        <DocsCode title="200 OK" language="json" code={'{"accepted": 1, "rejected": 0}'} />
      </Section>
      <Section {...refused}>
        <p>{t.rich('ingest.refused.text', richText)}</p>
      </Section>
      <Section {...limits}>
        <IngestLimits bodyBytesMax={env().INGEST_BODY_BYTES_MAX} />
      </Section>
    </Article>
  );
}
