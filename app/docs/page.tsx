import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Article, Section } from '@/components/docs/article';
import { DOCS_PAGES } from '@/components/docs/docs-pages';
import { richText } from '@/components/docs/rich-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('title') };
}

const WORDS = ['datasource', 'message', 'metric', 'asset', 'widget', 'alert', 'scene'] as const;

export default async function DocsHome() {
  const t = await getTranslations('docs');
  const sections = [
    { id: 'way', title: t('welcome.wayTitle') },
    { id: 'words', title: t('welcome.wordsTitle') },
    { id: 'read-on', title: t('welcome.readOnTitle') },
  ];
  const [way, words, readOn] = sections;
  if (!way || !words || !readOn) return null;
  return (
    <Article
      title={t('pages.welcome')}
      lead={t('welcome.lead')}
      sections={sections}
      onThisPage={t('onThisPage')}
    >
      <Section {...way}>
        <p>{t.rich('welcome.way', richText)}</p>
      </Section>
      <Section {...words}>
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[140px_minmax(0,1fr)]">
          {WORDS.map((word) => (
            <div key={word} className="contents">
              <dt className="font-semibold text-ink max-sm:mt-1">{t(`welcome.words.${word}.name`)}</dt>
              <dd>{t.rich(`welcome.words.${word}.text`, richText)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section {...readOn}>
        <ul className="grid gap-2">
          {DOCS_PAGES.slice(1).map(({ key, href }) => (
            <li key={href}>
              <Link
                href={href}
                className="block rounded-md border border-line px-4 py-3 hover:border-line-control"
              >
                <span className="block font-semibold text-base text-ink">{t(`pages.${key}`)}</span>
                <span className="text-dense">{t(`about.${key}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </Article>
  );
}
