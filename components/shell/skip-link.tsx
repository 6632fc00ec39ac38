import { useTranslations } from 'next-intl';

/** First stop of the Tab key: past the navigation. */
export function SkipLink() {
  const t = useTranslations('shell');
  return (
    <a
      href="#content"
      className="fixed start-2 top-2 z-50 -translate-y-20 rounded-md bg-raised px-3 py-2 shadow-float focus:translate-y-0"
    >
      {t('skipToContent')}
    </a>
  );
}
