import { useTranslations } from 'next-intl';
import { Article, Section } from './article';
import { richText } from './rich-text';

const ARTICLES = {
  assets: ['prepare', 'upload', 'widgets', 'alerts'],
  scenes: ['create', 'place', 'views', 'viewer', 'share'],
} as const;

/** An article of sections that are all text: `docs.PAGE.SECTION.title` and `.text`. */
export function TextArticle({ page }: { page: keyof typeof ARTICLES }) {
  const t = useTranslations('docs');
  const sections = ARTICLES[page].map((id) => ({ id, title: t(`${page}.${id}.title`) }));
  return (
    <Article
      title={t(`pages.${page}`)}
      lead={t.rich(`${page}.lead`, richText)}
      sections={sections}
      onThisPage={t('onThisPage')}
    >
      {sections.map(({ id, title }) => (
        <Section key={id} id={id} title={title}>
          <p>{t.rich(`${page}.${id}.text`, richText)}</p>
        </Section>
      ))}
    </Article>
  );
}
