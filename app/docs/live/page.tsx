import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Article, Section } from '@/components/docs/article';
import { DocsCode } from '@/components/docs/docs-code';
import { richText } from '@/components/docs/rich-text';
import { Note } from '@/components/ui/note';
import { instanceUrl } from '@/lib/datasource/ingestion-url';
import { browser } from '@/lib/live/snippets/browser';
import { curl } from '@/lib/live/snippets/curl';
import { KEY_VARIABLE } from '@/lib/live/snippets/definition';
import { node } from '@/lib/live/snippets/node';
import { python } from '@/lib/live/snippets/python';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('pages.live') };
}

const SECTIONS = ['open', 'events', 'programs', 'pages', 'goOn', 'limits'] as const;
const EVENTS = ['snapshot', 'frame', 'end'] as const;
const SNAPSHOT = `id: 7Zk3.41
event: snapshot
data: {"now":1780000000000,
  "datasources":[{"id":"dsr_…","name":"Line 1","lastMessageAt":1779999999000,"staleAfterMs":60000,"lastRefusal":null}],
  "metrics":[{"id":12,"datasourceId":"dsr_…","key":"temperature","kind":"number","displayName":null,"unit":"°C"}],
  "updates":[[12,1779999999000,42.5]]}

id: 7Zk3.42
event: frame
data: {"now":1780000000100,"s":"dsr_…","a":1780000000090,"u":[[12,1780000000080,42.7]]}`;

export default async function LiveReference() {
  const t = await getTranslations('docs');
  const given = { origin: instanceUrl(await headers()), datasourceId: 'dsr_…' };
  const sections = SECTIONS.map((id) => ({ id, title: t(`live.${id}.title`) }));
  const [open, events, programs, pages, goOn, limits] = sections;
  if (!open || !events || !programs || !pages || !goOn || !limits) return null;
  const ticket = `curl -X POST ${given.origin}/api/v1/live-tickets \\
  -H "Authorization: Bearer $${KEY_VARIABLE}" \\
  -H "Content-Type: application/json" \\
  -d '{"datasources": ["${given.datasourceId}"]}'`;
  return (
    <Article
      title={t('pages.live')}
      lead={t.rich('live.lead', richText)}
      sections={sections}
      onThisPage={t('onThisPage')}
    >
      <Section {...open}>
        <p>{t.rich('live.open.text', richText)}</p>
        <DocsCode title={curl.label} language="shell" code={curl.code(given).trimEnd()} />
      </Section>
      <Section {...events}>
        <p>{t.rich('live.events.text', richText)}</p>
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[110px_minmax(0,1fr)]">
          {EVENTS.map((name) => (
            <div key={name} className="contents">
              <dt className="font-mono text-ink text-small leading-6 max-sm:mt-1">{name}</dt>
              <dd>{t.rich(`live.events.${name}`, richText)}</dd>
            </div>
          ))}
        </dl>
        <DocsCode title={t('live.events.example')} language="text" code={SNAPSHOT} />
      </Section>
      <Section {...programs}>
        <p>{t.rich('live.programs.text', richText)}</p>
        <DocsCode title={node.label} language="javascript" code={node.code(given).trimEnd()} />
        <DocsCode title={python.label} language="python" code={python.code(given).trimEnd()} />
      </Section>
      <Section {...pages}>
        <p>{t.rich('live.pages.text', richText)}</p>
        <DocsCode title={t('live.pages.make')} language="shell" code={ticket} />
        <DocsCode title={t('live.pages.read')} language="javascript" code={browser.code(given).trimEnd()} />
        <Note tone="look">{t.rich('live.pages.note', richText)}</Note>
      </Section>
      <Section {...goOn}>
        <p>{t.rich('live.goOn.text', richText)}</p>
      </Section>
      <Section {...limits}>
        <p>{t.rich('live.limits.text', richText)}</p>
      </Section>
    </Article>
  );
}
