'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { useLiveStatuses } from '@/components/datasource/list/use-live-statuses';
import { useMetAlerts } from '@/components/overview/use-met-alerts';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import type { DatasourceStatus } from '@/lib/datasource/status';
import type { SceneSummary } from '@/lib/scene/api-schema';
import type { WatchedWidget } from '@/lib/workspace/overview-schema';
import { sceneGridStyle } from './grid-style';
import { countFilters, FIRST_VIEW, prepareScenes, type SceneState, sceneState } from './prepare-scenes';
import { SceneCard } from './scene-card';
import type { SceneMenuProps } from './scene-menu';
import { SceneRows } from './scene-rows';
import { SceneToolbar } from './scene-toolbar';
import { useSceneLayout } from './use-scene-layout';

type Props = Omit<SceneMenuProps, 'scene'> & {
  scenes: readonly SceneSummary[];
  watched: readonly WatchedWidget[];
  /** What the server knew of the datasources, until the stream tells. */
  statuses: Readonly<Record<string, DatasourceStatus>>;
};

/** Toolbar and scenes, with the alerts and the data of each as they are now. */
export function SceneGrid({ scenes, watched, statuses, ...menu }: Props) {
  const t = useTranslations('scene.list');
  const [view, setView] = useState(FIRST_VIEW);
  const [layout, setLayout] = useSceneLayout();
  const live = useLiveStatuses();
  const met = useMetAlerts(watched);
  const states = useMemo(() => {
    const statusOf = (id: string) => live.get(id) ?? statuses[id];
    return new Map(scenes.map((scene) => [scene.id, sceneState(scene, met, statusOf)]));
  }, [scenes, met, live, statuses]);
  const stateOf = useCallback((scene: SceneSummary): SceneState => states.get(scene.id) ?? UNKNOWN, [states]);
  const shown = prepareScenes(scenes, view, stateOf);
  const items = shown.map((scene) => ({ scene, state: stateOf(scene), ...menu }));

  return (
    <>
      <SceneToolbar
        view={view}
        counts={countFilters(scenes, stateOf)}
        onChange={(next) => setView((known) => ({ ...known, ...next }))}
        layout={layout}
        onLayout={setLayout}
      />
      {shown.length === 0 ? (
        <Panel>
          <EmptyState
            title={t('noMatch')}
            actions={
              <Button onClick={() => setView({ ...view, search: '', filter: 'all' })}>
                {t('clearFilters')}
              </Button>
            }
          >
            {view.search ? t('noMatchText', { search: view.search }) : t(`noMatchFilter.${view.filter}`)}
          </EmptyState>
        </Panel>
      ) : layout === 'list' ? (
        <SceneRows items={items} />
      ) : (
        <ul className={sceneGridStyle}>
          {items.map((item) => (
            <SceneCard key={item.scene.id} {...item} />
          ))}
        </ul>
      )}
    </>
  );
}

const UNKNOWN: SceneState = { act: 0, look: 0, status: null, inStatus: 0 };
