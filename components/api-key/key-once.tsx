'use client';

import { useTranslations } from 'next-intl';
import { ShownOnce } from '@/components/ui/shown-once';

type Props = {
  text: string;
  /** The one primary of the page is elsewhere. */
  isQuiet?: boolean;
};

/** A key in full, with the warning that it is shown this once. */
export function KeyOnce({ text, isQuiet = false }: Props) {
  const t = useTranslations('datasource.connect');
  return (
    <ShownOnce
      secret={text}
      testId="api-key"
      copy={t('copyKey')}
      copied={t('keyCopied')}
      warning={t('once')}
      isQuiet={isQuiet}
    />
  );
}
