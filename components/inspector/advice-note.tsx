'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { CheckStep } from '@/lib/inspector/schema';
import { useStepText } from './use-step-text';

/** Where another body would not help: what does. */
export function AdviceNote({ advice, datasourceId }: { advice: CheckStep; datasourceId: string }) {
  const t = useTranslations('inspector.fix');
  const text = useStepText('advice');
  return (
    <p className="p-4 text-dense">
      {text(advice)}{' '}
      {advice.kind === 'unauthorized' ? (
        <Link href={`/datasources/${datasourceId}/connect`} className="link-in-text whitespace-nowrap">
          {t('toKeys')}
        </Link>
      ) : null}
    </p>
  );
}
