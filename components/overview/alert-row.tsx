'use client';

import { LocateFixed } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useTelemetryStore } from '@/components/live/live-context';
import { useHistory } from '@/components/live/use-history';
import { Age } from '@/components/ui/age';
import { ButtonLink } from '@/components/ui/button';
import { useNow } from '@/components/ui/clock';
import { Sparkline } from '@/components/ui/sparkline';
import { Tooltip } from '@/components/ui/tooltip';
import { limitOf, unitOf } from '@/components/widget/reading-facts';
import { formatValue } from '@/lib/widget/format-value';
import { liveWidgetState } from '@/lib/widget/live-widget';
import { definitionOf } from '@/lib/widget/registry';
import { AttentionRow } from './attention-row';
import type { Attention } from './prepare-attention';

const HOUR_MS = 3_600_000;
const TONES = { act: 'act', look: 'look', know: undefined } as const;

/** A widget's condition is met: value, limit, where, the last hour. */
export function AlertRow({ alert }: { alert: Extract<Attention, { kind: 'alert' }> }) {
  const t = useTranslations('overview.attention');
  const locale = useLocale();
  const now = useNow();
  const store = useTelemetryStore();
  const { asset, scenes, widget } = alert.watched;
  const state = liveWidgetState(store, widget);
  const unit = unitOf(widget.unit, state.values[0]);
  const measured = (value: unknown) =>
    [formatValue(value, locale, widget.decimals), unit].filter(Boolean).join(' ');
  const limit = limitOf(widget);
  const { points } = useHistory(widget.datasourceId, definitionOf(widget).dataKeys(widget)[0], {
    windowMs: HOUR_MS,
    points: 60,
  });
  const scene = scenes[0];
  const tone = TONES[alert.severity];
  return (
    <AttentionRow
      severity={alert.severity}
      what={t.rich(`alert.${widget.alerts.condition}`, {
        title: widget.title,
        value: () => <b className="ltr font-[650]">{measured(alert.value)}</b>,
        limit: () => <span className="ltr">{measured(widget.alerts.value)}</span>,
      })}
      where={[asset.name, ...scenes.map(({ name }) => name)].join(' · ')}
      trend={
        points.length > 1 ? (
          <Sparkline
            points={points.map(({ time, last }) => ({ time, value: last }))}
            from={now - HOUR_MS}
            to={now}
            limit={limit}
            label={t('trend', { title: widget.title })}
            {...(tone ? { tone } : {})}
          />
        ) : null
      }
      age={state.time === null ? null : <Age at={state.time} form="short" />}
      actions={
        <>
          <ButtonLink size="small" href={`/assets/${asset.id}`}>
            {t('open')}
          </ButtonLink>
          {scene ? (
            <Tooltip content={t('showIn', { scene: scene.name })}>
              <Link
                href={`/s/${scene.id}`}
                aria-label={t('showIn', { scene: scene.name })}
                className="touch-target grid size-7 place-items-center rounded-md text-ink-3 hover:bg-hover hover:text-ink max-md:size-11"
              >
                <LocateFixed aria-hidden="true" />
              </Link>
            </Tooltip>
          ) : null}
        </>
      }
    />
  );
}
