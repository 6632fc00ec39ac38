'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTelemetryStore } from '@/components/live/live-context';
import { useHistory } from '@/components/live/use-history';
import { Sparkline } from '@/components/ui/sparkline';

const WIDTH = 72;
const HOUR_MS = 3_600_000;
const OPTIONS = { windowMs: HOUR_MS, points: WIDTH };

type Props = { datasourceId: string; dataKey: string; name: string };

/** The last hour of a number. Asked for when its row comes into sight: a source may have two thousand metrics. */
export function MetricSparkline(props: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const node = place.current;
    if (!node || seen) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setSeen(true);
      },
      { rootMargin: '200px' },
    );
    observer.observe(node);
    return () => observer.disconnect();
  }, [seen]);
  return (
    <span ref={place} className="block h-6 w-18">
      {seen ? <SeenSparkline {...props} /> : null}
    </span>
  );
}

function SeenSparkline({ datasourceId, dataKey, name }: Props) {
  const t = useTranslations('datasource.metrics');
  const store = useTelemetryStore();
  const history = useHistory(datasourceId, dataKey, OPTIONS);
  const points = useMemo(
    () => history.points.map(({ time, mean }) => ({ time, value: mean })),
    [history.points],
  );
  if (history.status === 'loading') return null;
  const to = store.now();
  return (
    <Sparkline
      points={points}
      from={to - HOUR_MS}
      to={to}
      width={WIDTH}
      label={points.length > 0 ? t('lastHour', { name }) : t('nothingLastHour', { name })}
    />
  );
}
