'use client';

import { useTranslations } from 'next-intl';
import { useHistory } from '@/components/live/use-history';
import { useNow } from '@/components/ui/clock';
import { Sparkline } from '@/components/ui/sparkline';
import type { Severity } from '@/lib/alert/schema';
import type { WidgetOf } from '@/lib/widget/schema';
import { historySpan, limitOf } from '../reading-facts';

const WINDOW_MS = 3_600_000;
const POINTS = 60;

type Props = {
  widget: WidgetOf<'single_data'>;
  datasourceId: string | null;
  severity: Severity | undefined;
  /** Pixels of the card's width that its edge and hatch take. */
  inset: number;
};

/** The last hour as a small line, with the limit of the alert. */
export function ValueTrend({ widget, datasourceId, severity, inset }: Props) {
  const t = useTranslations('widget.chart');
  const { points } = useHistory(datasourceId, widget.dataKey, { windowMs: WINDOW_MS, points: POINTS });
  const { from, to } = historySpan(useNow(), WINDOW_MS, POINTS);
  const isLarge = widget.size === 'large';
  return (
    <span className="shrink-0 pb-1 group-data-[step=compact]/card:hidden">
      <Sparkline
        points={points.map(({ time, last }) => ({ time, value: last }))}
        from={from}
        to={to}
        width={isLarge ? 200 - inset : 64}
        height={isLarge ? 32 : 22}
        limit={limitOf(widget)}
        label={`${widget.title}, ${t('trend')}`}
        {...(severity === 'act' || severity === 'look' ? { tone: severity } : {})}
      />
    </span>
  );
}
