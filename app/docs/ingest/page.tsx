import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Article, Section } from '@/components/docs/article';
import { BodyShapes } from '@/components/docs/body-shapes';
import { DocsCode } from '@/components/docs/docs-code';
import { FormatExamples } from '@/components/docs/format-examples';
import { IngestLimits } from '@/components/docs/ingest-limits';
import { richText } from '@/components/docs/rich-text';
import { Code } from '@/components/ui/code-block';
import { Note } from '@/components/ui/note';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';
import { env } from '@/lib/env';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('pages.ingest') };
}

const SECTIONS = [
  'send',
  'key',
  'body',
  'formats',
  'time',
  'long',
  'packed',
  'answer',
  'again',
  'refused',
  'inspect',
  'fields',
  'limits',
] as const;
const KEY_FORMS = ['Authorization: Bearer KEY', 'Authorization: KEY', 'X-API-Key: KEY'];
const BATCH = [
  { timestamp: '2026-01-31T12:00:00Z', temperature: 42.5, motor_stats: { rpm: 1500, vibration: 0.75 } },
  { timestamp: '2026-01-31T12:00:10Z', temperature: 42.7 },
];

export default async function IngestReference() {
  const t = await getTranslations('docs');
  const url = ingestionUrl(await headers(), 'dsr_…');
  const sections = SECTIONS.map((id) => ({ id, title: t(`ingest.${id}.title`) }));
  const { INGEST_BODY_BYTES_MAX: bodyBytesMax, INGEST_STREAM_BYTES_MAX: streamBytesMax } = env();
  const section = (id: (typeof SECTIONS)[number]) => ({ id, title: t(`ingest.${id}.title`) });
  return (
    <Article
      title={t('pages.ingest')}
      lead={t.rich('ingest.lead', richText)}
      sections={sections}
      onThisPage={t('onThisPage')}
    >
      <Section {...section('send')}>
        <p>{t.rich('ingest.send.text', richText)}</p>
        <DocsCode
          title="HTTP"
          language="text"
          code={`POST /api/ingest/dsr_… HTTP/1.1\nHost: ${new URL(url).host}\nAuthorization: Bearer KEY\nContent-Type: application/json\n\n{"temperature": 42.5}`}
        />
      </Section>
      <Section {...section('key')}>
        <p>{t.rich('ingest.key.text', richText)}</p>
        <ul className="grid gap-1.5">
          {KEY_FORMS.map((form) => (
            <li key={form}>
              <Code>{form}</Code>
            </li>
          ))}
        </ul>
      </Section>
      <Section {...section('body')}>
        <p>{t.rich('ingest.body.text', richText)}</p>
        <BodyShapes />
        <Note tone="inform">{t.rich('ingest.body.note', richText)}</Note>
        <p>{t.rich('ingest.body.many', richText)}</p>
        <DocsCode title={t('ingest.body.batch')} language="json" code={JSON.stringify(BATCH, null, 2)} />
      </Section>
      <Section {...section('formats')}>
        <p>{t.rich('ingest.formats.text', richText)}</p>
        <FormatExamples />
      </Section>
      <Section {...section('time')}>
        <p>{t.rich('ingest.time.text', richText)}</p>
      </Section>
      <Section {...section('long')}>
        <p>{t.rich('ingest.long.text', richText)}</p>
        <DocsCode
          title="curl"
          language="shell"
          code={`curl -X POST -T history.csv -H 'Content-Type: text/csv' -H 'Authorization: Bearer KEY' ${url}`}
        />
      </Section>
      <Section {...section('packed')}>
        <p>{t.rich('ingest.packed.text', richText)}</p>
      </Section>
      <Section {...section('answer')}>
        <p>{t.rich('ingest.answer.text', richText)}</p>
        <DocsCode title="200 OK" language="json" code={'{"accepted": 1, "rejected": 0}'} />
      </Section>
      <Section {...section('again')}>
        <p>{t.rich('ingest.again.text', richText)}</p>
        <DocsCode
          title="HTTP"
          language="text"
          code={'Idempotency-Key: "8e03978e-40d5-43dd-bc93-6894a57f9324"'}
        />
      </Section>
      <Section {...section('refused')}>
        <p>{t.rich('ingest.refused.text', richText)}</p>
      </Section>
      <Section {...section('inspect')}>
        <p>{t.rich('ingest.inspect.text', richText)}</p>
        <p>{t.rich('ingest.inspect.fix', richText)}</p>
      </Section>
      <Section {...section('fields')}>
        <p>{t.rich('ingest.fields.text', richText)}</p>
        <p>{t.rich('ingest.fields.rules', richText)}</p>
      </Section>
      <Section {...section('limits')}>
        <IngestLimits bodyBytesMax={bodyBytesMax} streamBytesMax={streamBytesMax} />
      </Section>
    </Article>
  );
}
