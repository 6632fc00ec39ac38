import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Article, Section } from '@/components/docs/article';
import { DocsCode } from '@/components/docs/docs-code';
import { richText } from '@/components/docs/rich-text';
import { ViewsList } from '@/components/sql-access/views-list';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { CONNECTIONS_MAX, STATEMENT_SECONDS_MAX } from '@/lib/sql-access/schema';
import { exampleQuery, GRAFANA_HOURS_QUERY, GRAFANA_QUERY } from '@/lib/sql-access/shown-views';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('pages.sql') };
}

const SECTIONS = ['on', 'views', 'between', 'grafana', 'powerbi', 'rights'] as const;
const PROVISIONING = `apiVersion: 1
datasources:
  - name: Twinnoverse
    type: postgres
    url: 127.0.0.1:5433
    user: ws_…
    jsonData:
      database: twinnoverse
      sslmode: disable
      postgresVersion: 1500
      timescaledb: false
    secureJsonData:
      password: $TWINNOVERSE_SQL_PASSWORD`;
const TUNNEL = 'ssh -N -L 5433:127.0.0.1:5433 you@twin.example.com';

export default async function SqlReference() {
  const t = await getTranslations('docs');
  const sections = SECTIONS.map((id) => ({ id, title: t(`sql.${id}.title`) }));
  const [on, views, between, grafana, powerbi, rights] = sections;
  if (!on || !views || !between || !grafana || !powerbi || !rights) return null;
  return (
    <Article
      title={t('pages.sql')}
      lead={t.rich('sql.lead', richText)}
      sections={sections}
      onThisPage={t('onThisPage')}
    >
      <Section {...on}>
        <p>{t.rich('sql.on.text', richText)}</p>
        <p>{t.rich('sql.on.embedded', richText)}</p>
        <DocsCode title={t('sql.on.tunnel')} language="shell" code={TUNNEL} />
        <p>{t.rich('sql.on.external', richText)}</p>
      </Section>
      <Section {...views}>
        <p>{t.rich('sql.views.text', richText)}</p>
        <Panel label={t('sql.views.title')}>
          <ViewsList />
        </Panel>
      </Section>
      <Section {...between}>
        <p>{t.rich('sql.between.text', richText)}</p>
        <DocsCode title="SQL" language="text" code={exampleQuery()} />
      </Section>
      <Section {...grafana}>
        <p>{t.rich('sql.grafana.text', richText)}</p>
        <DocsCode title={t('sql.grafana.provisioning')} language="settings" code={PROVISIONING} />
        <DocsCode title={t('sql.grafana.panel')} language="text" code={GRAFANA_QUERY} />
        <DocsCode title={t('sql.grafana.hours')} language="text" code={GRAFANA_HOURS_QUERY} />
      </Section>
      <Section {...powerbi}>
        <p>{t.rich('sql.powerbi.text', richText)}</p>
      </Section>
      <Section {...rights}>
        <p>
          {t.rich('sql.rights.text', {
            ...richText,
            connections: CONNECTIONS_MAX,
            seconds: STATEMENT_SECONDS_MAX,
          })}
        </p>
        <Note tone="look">{t.rich('sql.rights.note', richText)}</Note>
      </Section>
    </Article>
  );
}
