'use client';

import { LayoutTemplate, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useThumbnails } from '@/components/document/thumbnail/use-thumbnails';
import { LiveProvider } from '@/components/live/live-provider';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import type { DatasourceStatus } from '@/lib/datasource/status';
import type { SceneSummary } from '@/lib/scene/api-schema';
import type { WatchedWidget } from '@/lib/workspace/overview-schema';
import { CreateSceneDialog } from './create-scene-dialog';
import { SceneGrid } from './scene-grid';
import { ScenesEmpty } from './scenes-empty';
import type { TemplateInfo } from './template-info';
import { useSceneList } from './use-scene-list';

type Props = {
  initial: readonly SceneSummary[];
  watched: readonly WatchedWidget[];
  statuses: Readonly<Record<string, DatasourceStatus>>;
  templates: readonly TemplateInfo[];
  mayWrite: boolean;
  mayShare: boolean;
  /** The page was asked for with its dialog open (`/scenes?new`). */
  creating: boolean;
};

const EMPTY = null;

/** The page of scenes. */
export function ScenesPage({ initial, watched, statuses, templates, mayWrite, mayShare, creating }: Props) {
  const t = useTranslations('scene');
  const router = useRouter();
  const { scenes, refresh, change, remove } = useSceneList(initial);
  /** Kind of the template that the dialog starts with, or empty; undefined: the dialog is closed. */
  const [start, setStart] = useState<string | null | undefined>(creating && mayWrite ? EMPTY : undefined);
  // An empty scene has nothing to show.
  const drawable = useMemo(() => scenes.filter((scene) => scene.instances > 0), [scenes]);
  useThumbnails(drawable, {
    enabled: mayWrite,
    make: async (...given) => (await import('./photograph-scenes')).photographScenes(...given),
    onMade: (id, thumbnailUrl) => change(id, { thumbnailUrl }),
  });
  const isEmpty = scenes.length === 0;
  const close = () => {
    setStart(undefined);
    if (creating) router.replace('/scenes', { scroll: false });
  };
  const [template] = templates;
  const actions = mayWrite ? (
    <>
      {template ? (
        <Button icon={<LayoutTemplate aria-hidden="true" />} onClick={() => setStart(template.kind)}>
          {t('fromTemplate')}
        </Button>
      ) : null}
      <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setStart(EMPTY)}>
        {t('new')}
      </Button>
    </>
  ) : null;

  return (
    <LiveProvider datasourceIds={[...new Set(scenes.flatMap((scene) => scene.datasourceIds))]}>
      <Page crumbs={[{ label: t('title') }]} title={t('title')} actions={isEmpty ? null : actions}>
        {isEmpty ? (
          <ScenesEmpty actions={actions} />
        ) : (
          <SceneGrid
            scenes={scenes}
            watched={watched}
            statuses={statuses}
            mayWrite={mayWrite}
            mayShare={mayShare}
            onChanged={change}
            onStale={() => void refresh()}
            onDeleted={(gone) => {
              remove(gone.id);
              toast.success(t('delete.done', { name: gone.name }));
            }}
          />
        )}
        {start === undefined ? null : (
          <CreateSceneDialog templates={templates} start={start} onClose={close} />
        )}
      </Page>
    </LiveProvider>
  );
}
