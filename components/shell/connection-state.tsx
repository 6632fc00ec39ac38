'use client';

import { useTranslations } from 'next-intl';
import { type Status, StatusDot } from '@/components/ui/status-mark';
import { useConnection } from './connection-store';

const DOTS: Record<ReturnType<typeof useConnection.getState>['phase'], Status> = {
  none: 'never',
  connecting: 'never',
  live: 'live',
  waiting: 'stale',
  paused: 'stale',
  ended: 'error',
};

/** Whether live data flows into this page: shape and word. Nothing on pages that show nothing live. */
export function ConnectionState() {
  const t = useTranslations('shell.connection');
  const phase = useConnection((state) => state.phase);
  return (
    <span
      role="status"
      className="inline-flex items-center gap-1.5 whitespace-nowrap px-1 text-ink-3 text-small"
    >
      {phase === 'none' ? null : (
        <>
          <StatusDot status={DOTS[phase]} />
          <span className={phase === 'ended' ? 'text-act-text' : ''}>{t(phase)}</span>
        </>
      )}
    </span>
  );
}
