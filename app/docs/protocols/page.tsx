import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Article, Section } from '@/components/docs/article';
import { DocsCode } from '@/components/docs/docs-code';
import { richText } from '@/components/docs/rich-text';
import { SeriesKeys } from '@/components/docs/series-keys';
import type { CodeLanguage } from '@/components/ui/prepare-code';
import { ingestionUrl } from '@/lib/datasource/ingestion-url';
import type { SnippetDefinition } from '@/lib/datasource/snippets/definition';
import { homeAssistant } from '@/lib/datasource/snippets/home-assistant';
import { influxdb } from '@/lib/datasource/snippets/influxdb';
import { opentelemetry } from '@/lib/datasource/snippets/opentelemetry';
import { prometheus } from '@/lib/datasource/snippets/prometheus';
import { telegraf } from '@/lib/datasource/snippets/telegraf';
import { thingsboard } from '@/lib/datasource/snippets/thingsboard';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('pages.protocols') };
}

/** Each with what one sets, as the connect page of a datasource shows it. */
const PROTOCOLS: readonly {
  id: 'influxdb' | 'telegraf' | 'homeAssistant' | 'prometheus' | 'opentelemetry' | 'thingsboard';
  snippet: SnippetDefinition;
  language: CodeLanguage;
}[] = [
  { id: 'influxdb', snippet: influxdb, language: 'javascript' },
  { id: 'telegraf', snippet: telegraf, language: 'settings' },
  { id: 'homeAssistant', snippet: homeAssistant, language: 'settings' },
  { id: 'prometheus', snippet: prometheus, language: 'settings' },
  { id: 'opentelemetry', snippet: opentelemetry, language: 'shell' },
  { id: 'thingsboard', snippet: thingsboard, language: 'shell' },
];
const WITH_MORE: ReadonlySet<string> = new Set(['influxdb', 'opentelemetry']);

export default async function ProtocolsPage() {
  const t = await getTranslations('docs');
  const url = ingestionUrl(await headers(), 'dsr_…');
  const titled = <K extends string>(id: K) => ({
    id,
    title: t(`protocols.${id}.title` as 'protocols.keys.title'),
  });
  const [keys, key, refused] = [titled('keys'), titled('key'), titled('refused')];
  const protocols = PROTOCOLS.map((each) => ({ ...each, ...titled(each.id) }));
  return (
    <Article
      title={t('pages.protocols')}
      lead={t('protocols.lead')}
      sections={[keys, key, ...protocols.map(({ id, title }) => ({ id, title })), refused]}
      onThisPage={t('onThisPage')}
    >
      <Section {...keys}>
        <p>{t.rich('protocols.keys.text', richText)}</p>
        <SeriesKeys />
        <p>{t.rich('protocols.keys.long', richText)}</p>
      </Section>
      <Section {...key}>
        <p>{t.rich('protocols.key.text', richText)}</p>
      </Section>
      {protocols.map(({ id, title, snippet, language }) => (
        <Section key={id} id={id} title={title}>
          <p>{t.rich(`protocols.${id}.text`, richText)}</p>
          <DocsCode
            title={snippet.label}
            language={language}
            code={snippet.code({ url, key: 'twk_…' }).trimEnd()}
          />
          {WITH_MORE.has(id) ? (
            <p>{t.rich(`protocols.${id}.more` as 'protocols.influxdb.more', richText)}</p>
          ) : null}
        </Section>
      ))}
      <Section {...refused}>
        <p>{t.rich('protocols.refused.text', richText)}</p>
      </Section>
    </Article>
  );
}
