import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Article } from '@/components/docs/article';
import { DocsCode } from '@/components/docs/docs-code';
import { richText } from '@/components/docs/rich-text';
import { Badge } from '@/components/ui/badge';
import { PROBLEMS, type ProblemCode, problem, problemBody } from '@/lib/problem';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs'))('pages.errors') };
}

const EXAMPLE = problem('unequal_lengths', {
  detail: 'production_output: 3 machines, 2 units_per_hour',
  errors: [{ pointer: '/production_output', detail: '3 machines, 2 units_per_hour' }],
});

/** One anchor per code: the `type` of each problem leads here. */
export default async function ErrorCodes() {
  const t = await getTranslations('docs');
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  return (
    <Article
      title={t('pages.errors')}
      lead={t('errors.lead')}
      sections={codes.map((code) => ({ id: code, title: code }))}
      onThisPage={t('onThisPage')}
    >
      <p className="mt-3">{t.rich('errors.shape', richText)}</p>
      <div className="mt-3">
        <DocsCode
          title={t('errors.example')}
          language="json"
          code={JSON.stringify(problemBody(EXAMPLE, '4f0a7c1e'), null, 2)}
        />
      </div>
      {codes.map((code) => (
        <section
          key={code}
          aria-labelledby={code}
          className="mt-6 border-line border-t pt-5 target:[&_h2]:text-accent-text"
        >
          <div className="flex items-center gap-2">
            <h2 id={code} className="ltr scroll-mt-16 font-mono font-semibold text-[15px] text-ink">
              {code}
            </h2>
            <Badge className="num">{PROBLEMS[code].status}</Badge>
          </div>
          <p className="mt-1">{t.rich(`errors.codes.${code}.why`, richText)}</p>
          <p className="mt-1">
            <b className="font-semibold text-ink">{t('errors.fix')}</b>{' '}
            {t.rich(`errors.codes.${code}.fix`, richText)}
          </p>
        </section>
      ))}
    </Article>
  );
}
