'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Panel, PanelHead } from '@/components/ui/panel';
import { AlertRow } from './alert-row';
import type { Attention } from './prepare-attention';
import { TroubleRow } from './trouble-row';

const SHOWN_MAX = 8;

/** What asks for attention now, what to act on first. */
export function AttentionPanel({ attention }: { attention: readonly Attention[] }) {
  const t = useTranslations('overview.attention');
  const more = attention.length - SHOWN_MAX;
  return (
    <Panel labelledBy="attention">
      <PanelHead
        id="attention"
        title={t('title')}
        {...(attention.length > 0 ? { count: attention.length } : {})}
      />
      {attention.length === 0 ? (
        <p className="flex items-center gap-2.5 px-4 py-4 text-dense text-ink-2">
          <CircleCheck aria-hidden="true" className="text-ink-3" />
          {t('none')}
        </p>
      ) : (
        <ul>
          {attention
            .slice(0, SHOWN_MAX)
            .map((one) =>
              one.kind === 'alert' ? (
                <AlertRow key={one.id} alert={one} />
              ) : (
                <TroubleRow key={one.id} trouble={one} />
              ),
            )}
        </ul>
      )}
      {more > 0 ? (
        <p className="border-line border-t px-4 py-2 text-ink-3 text-small">{t('more', { count: more })}</p>
      ) : null}
    </Panel>
  );
}
