'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { StatusDot } from '@/components/ui/status-mark';
import type { RequestSummary } from '@/lib/inspector/schema';

/** Taken is grey, refused is red: shape, status and word. */
export function OutcomeMark({
  request: { status, code },
  className,
}: {
  request: Pick<RequestSummary, 'status' | 'code'>;
  className?: string;
}) {
  const t = useTranslations('inspector.list');
  return (
    <span className={cn('inline-flex min-w-0 items-center gap-2', className)}>
      <StatusDot status={code === null ? 'live' : 'error'} />
      <span className={cn('num font-[550]', code !== null && 'text-act-text')}>{status}</span>
      {code === null ? (
        <span className="truncate">{t('accepted')}</span>
      ) : (
        <span className="ltr truncate font-mono text-act-text text-small">{code}</span>
      )}
    </span>
  );
}
