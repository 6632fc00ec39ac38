'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useMetrics } from '@/components/live/use-metrics';
import { IconButton } from '@/components/ui/icon-button';
import { SeverityMark } from '@/components/ui/status-mark';
import type { Severity } from '@/lib/alert/schema';
import type { SceneDetail } from '@/lib/scene/scene-detail';
import type { PlacedAsset } from './place-assets';
import type { SceneAlert } from './prepare-alerts';
import { ReadingRow } from './reading-row';
import { useSceneAlerts } from './use-scene-alerts';
import { useViewer } from './viewer-context';

const MARKS: Record<Severity, 'act' | 'look' | 'inform'> = { act: 'act', look: 'look', know: 'inform' };
const BANNER: Record<Severity, string> = {
  act: 'border-act bg-act-soft text-act-text',
  look: 'border-look bg-look-soft text-look-text',
  know: 'border-inform bg-inform-soft text-inform-text',
};

type Props = { placed: PlacedAsset; datasources: SceneDetail['datasources'] };

/** Everything about one machine: what is wrong, then every reading with its age. A bottom sheet on a phone. */
export function InstancePanel({ placed, datasources }: Props) {
  const t = useTranslations('viewer');
  const { focus } = useViewer();
  const { instance, asset } = placed;
  const alerts = useSceneAlerts().filter((alert) => alert.placed.instance.id === instance.id);
  const heading = useRef<HTMLHeadingElement>(null);

  // Whoever opened it by keyboard reads on here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each instance that is opened
  useEffect(() => heading.current?.focus({ preventScroll: true }), [instance.id]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('[role="dialog"]')) focus(null);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [focus]);

  return (
    <aside
      aria-labelledby="instance-panel"
      className="absolute z-10 flex flex-col overflow-hidden border border-line bg-glass backdrop-blur-xl max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[46dvh] max-md:rounded-t-md md:end-3 md:top-[68px] md:max-h-[calc(100%-84px)] md:w-[304px] md:rounded-md"
    >
      <header className="flex items-start gap-2 ps-4 pe-2 pt-3 pb-2">
        <div className="min-w-0 flex-1">
          <h1
            id="instance-panel"
            ref={heading}
            tabIndex={-1}
            dir="auto"
            className="truncate font-semibold text-lead outline-none"
          >
            {instance.name}
          </h1>
          <p dir="auto" className="truncate text-ink-2 text-small">
            {asset.name}
          </p>
        </div>
        <IconButton label={t('close')} icon={<X aria-hidden="true" />} onClick={() => focus(null)} />
      </header>
      {alerts.map((alert) => (
        <AlertLine key={alert.key} alert={alert} />
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label={t('readings')} tabIndex={0} className="min-h-0 overflow-y-auto px-4 pb-3">
        {placed.datasourceIds.length === 0 ? (
          <p className="py-6 text-center text-ink-3 text-small">{t('noReadings')}</p>
        ) : (
          placed.datasourceIds.map((id) => (
            <DatasourceReadings
              key={id}
              datasourceId={id}
              name={datasources.find((datasource) => datasource.id === id)?.name ?? null}
              alerts={alerts}
            />
          ))
        )}
      </section>
    </aside>
  );
}

function AlertLine({ alert }: { alert: SceneAlert }) {
  const t = useTranslations('viewer');
  const { widget, severity } = alert;
  return (
    <p
      role="status"
      className={`mx-0 flex items-center gap-2 border-s-4 px-3 py-2 text-dense ${BANNER[severity]}`}
    >
      <SeverityMark severity={MARKS[severity]} />
      <span className="min-w-0 flex-1 font-[550]">
        {t(`condition.${widget.alerts.condition}`, {
          title: widget.title,
          limit: `${widget.alerts.value}${widget.unit ? ` ${widget.unit}` : ''}`,
        })}
      </span>
    </p>
  );
}

function DatasourceReadings({
  datasourceId,
  name,
  alerts,
}: {
  datasourceId: string;
  name: string | null;
  alerts: readonly SceneAlert[];
}) {
  const t = useTranslations('viewer');
  const metrics = useMetrics(datasourceId);
  const severityOf = (key: string) =>
    alerts.find(({ widget }) => widget.datasourceId === datasourceId && widget.dataKey === key)?.severity;
  return (
    <section aria-label={name ?? t('readings')}>
      <table className="w-full border-collapse text-dense">
        <thead>
          <tr className="text-ink-2 text-micro">
            <th scope="col" dir="auto" className="max-w-0 truncate py-2 font-semibold">
              {name ?? t('readings')}
            </th>
            <th scope="col" className="sr-only">
              {t('value')}
            </th>
            <th scope="col" className="w-16 py-2 text-end font-normal">
              {t('age')}
            </th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => (
            <ReadingRow key={metric.id} metric={metric} severity={severityOf(metric.key)} />
          ))}
        </tbody>
      </table>
      {metrics.length === 0 ? <p className="py-3 text-ink-3 text-small">{t('nothingArrived')}</p> : null}
    </section>
  );
}
