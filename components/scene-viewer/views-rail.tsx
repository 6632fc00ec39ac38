'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/class-names';
import { SeverityMark } from '@/components/ui/status-mark';
import type { SceneDocument } from '@/lib/scene/schema';
import { groupOfView } from './group-of-view';
import { worstOf } from './prepare-alerts';
import { useSceneAlerts } from './use-scene-alerts';
import { useViewer, useViewerSession } from './viewer-context';

type Props = { document: SceneDocument; onView: (at: number | null) => void };

/** Camera views (keys 1 to 9, 0 fits everything) and what is shown. */
export function ViewsRail({ document, onView }: Props) {
  const t = useTranslations('viewer');
  const { session } = useViewer();
  const alerts = useSceneAlerts();
  const viewAt = useViewerSession((s) => s.viewAt);
  const showWidgets = useViewerSession((s) => s.showWidgets);
  const showNames = useViewerSession((s) => s.showNames);
  const hiddenGroups = useViewerSession((s) => s.hiddenGroups);
  const { views, groups } = document;
  const instancesOfView = useMemo(() => views.map((view) => groupOfView(view, document)), [views, document]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="dialog"]'))
        return;
      const at = Number(event.key) - 1;
      if (at < views.length) onView(at < 0 ? null : at);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [views, onView]);

  return (
    <aside
      aria-label={t('views')}
      className="absolute start-3 top-[68px] z-10 flex max-h-[calc(100%-84px)] w-[188px] flex-col overflow-y-auto rounded-md border border-line bg-glass p-2 backdrop-blur-xl max-md:hidden"
    >
      <h2 className="px-2 py-1 font-semibold text-ink-2 text-micro">{t('views')}</h2>
      <ol>
        {[null, ...views].map((view, i) => {
          const at = view ? i - 1 : null;
          const severity = at === null ? undefined : worstOf(alerts, instancesOfView[at] ?? new Set());
          return (
            <li key={view?.id ?? 'all'}>
              <button
                type="button"
                aria-current={viewAt === at ? 'true' : undefined}
                onClick={() => onView(at)}
                className={cn(
                  'flex h-8 w-full items-center gap-2.5 rounded-sm px-2 text-start text-dense hover:bg-hover',
                  viewAt === at && 'bg-accent-soft font-[550] text-accent-text hover:bg-accent-soft',
                )}
              >
                <kbd className="num w-2.5 text-ink-3 text-micro">{i <= 9 ? i : ''}</kbd>
                <bdi className="min-w-0 flex-1 truncate">{view?.name ?? t('everything')}</bdi>
                {severity ? <SeverityMark severity={severity === 'know' ? 'inform' : severity} /> : null}
              </button>
            </li>
          );
        })}
      </ol>
      <h2 className="px-2 pt-3 pb-1 font-semibold text-ink-2 text-micro">{t('show')}</h2>
      <Toggle
        label={t('widgets')}
        checked={showWidgets}
        onChange={(on) => session.getState().set({ showWidgets: on })}
      />
      <Toggle
        label={t('names')}
        checked={showNames}
        onChange={(on) => session.getState().set({ showNames: on })}
      />
      {groups.map((group) => (
        <Toggle
          key={group.id}
          label={group.name}
          checked={!hiddenGroups.has(group.id)}
          onChange={() => session.getState().toggleGroup(group.id)}
        />
      ))}
    </aside>
  );
}

function Toggle({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <div className="flex min-h-8 items-center rounded-sm px-2 hover:bg-hover">
      <Checkbox label={label} checked={checked} onCheckedChange={(on) => onChange(on === true)} />
    </div>
  );
}
