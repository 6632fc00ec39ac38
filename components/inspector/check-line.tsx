'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { SeverityMark } from '@/components/ui/status-mark';
import type { CheckOutcome } from '@/lib/inspector/schema';

/** Would it be accepted? Faint while the answer is of what stood there before. */
export function CheckLine({ outcome, fresh }: { outcome: CheckOutcome; fresh: boolean }) {
  const t = useTranslations('inspector.fix');
  const { refusal, messages, readings } = outcome;
  return (
    <p
      role="status"
      className={cn(
        'flex min-w-0 items-center gap-1.5 text-dense transition-opacity',
        !fresh && 'opacity-50',
      )}
    >
      <SeverityMark severity={refusal ? 'act' : 'good'} />
      <bdi className="min-w-0 break-words">
        {refusal ? refusal.detail : t('wouldBeAccepted', { messages, readings })}
      </bdi>
    </p>
  );
}
