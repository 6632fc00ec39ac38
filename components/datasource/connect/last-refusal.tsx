'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Age } from '@/components/ui/age';
import { Code } from '@/components/ui/code-block';
import { StatusDot } from '@/components/ui/status-mark';

type Props = { refusal: { at: number; code: string; detail: string } };

/** The last refused request, shown where one waits for it to arrive. */
export function LastRefusal({ refusal }: Props) {
  const t = useTranslations('datasource.connect');
  return (
    <div role="alert" className="border-line border-t px-4 pt-3 pb-3.5 text-dense">
      <div className="flex items-start gap-2">
        <StatusDot status="error" className="mt-1.5" />
        <span className="font-[550] text-act-text">{t('lastRefusal')}</span>
        <Age at={refusal.at} className="ms-auto whitespace-nowrap text-ink-3 text-small leading-5" />
      </div>
      <p className="mt-0.5 ps-[17px] text-ink-2">
        <bdi className="break-words">{refusal.detail}</bdi>{' '}
        {refusal.code === 'unauthorized' ? (
          <>{t.rich('sendKeyAs', { code: (chunks) => <Code>{chunks}</Code> })} </>
        ) : null}
        <Link href={`/docs/errors#${refusal.code}`} className="link-in-text whitespace-nowrap">
          {t('why')}
        </Link>
      </p>
    </div>
  );
}
