'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef, useState } from 'react';
import { LiveProvider } from '@/components/live/live-provider';
import { useTheme } from '@/components/shell/use-theme';
import type { StageCameraApi } from '@/components/stage/stage-camera';
import type { LiveSource } from '@/lib/live/live-source';
import type { SceneDetail } from '@/lib/scene/scene-detail';
import { InstanceHandles } from './instance-handles';
import { InstancePanel } from './instance-panel';
import { placeAssets } from './place-assets';
import { usePhone } from './use-phone';
import { SceneAlertsContext, useWatchedAlerts } from './use-scene-alerts';
import { useViewerInsets } from './use-viewer-insets';
import { ViewerBar } from './viewer-bar';
import { useViewer, useViewerSession, ViewerContext } from './viewer-context';
import { createViewerSession } from './viewer-session';
import { ViewerStage } from './viewer-stage';
import { ViewsRail } from './views-rail';

export type SceneViewerProps = {
  scene: SceneDetail;
  /** The scene's id for members, the link's token for everyone else. */
  source: LiveSource;
  workspaceName?: string | undefined;
  canEdit: boolean;
};

/** A scene, live: what an operator, a manager or a guest looks at. */
export function SceneViewer(props: SceneViewerProps) {
  return (
    <LiveProvider {...props.source}>
      <LiveScene {...props} />
    </LiveProvider>
  );
}

/** Index of the view that the viewer starts with; null: everything. */
function startAt({ views, startViewId }: SceneDetail['document']): number | null {
  const at = views.findIndex((view) => view.id === startViewId);
  return at < 0 ? null : at;
}

function LiveScene({ scene, workspaceName, canEdit }: SceneViewerProps) {
  const [session] = useState(() => createViewerSession(startAt(scene.document)));
  const [handles] = useState(() => new InstanceHandles());
  const camera = useRef<StageCameraApi>(null);
  const placed = useMemo(() => placeAssets(scene), [scene]);
  const alerts = useWatchedAlerts(placed);

  const focus = useCallback(
    (instanceId: string | null) => {
      session.getState().set({ focusedId: instanceId, ...(instanceId ? { viewAt: null } : {}) });
      if (!instanceId) return;
      const box = handles.box(instanceId);
      // Its surroundings belong to the picture: a machine that fills the screen tells nothing of where it stands.
      if (!box.isEmpty()) void camera.current?.focus(box.expandByScalar(1.2));
    },
    [session, handles],
  );
  const goToView = useCallback(
    (at: number | null) => {
      session.getState().set({ viewAt: at, focusedId: null });
      const view = at === null ? undefined : scene.document.views[at];
      if (view) void camera.current?.flyTo(view);
      else void camera.current?.fitAll();
    },
    [session, scene.document.views],
  );
  const viewer = useMemo(() => ({ session, placed, handles, focus }), [session, placed, handles, focus]);

  return (
    <ViewerContext value={viewer}>
      <SceneAlertsContext value={alerts}>
        <main className="relative h-dvh w-full overflow-hidden">
          <SceneWithPanels scene={scene} cameraRef={camera} onView={goToView} />
          <ViewerBar sceneId={scene.id} name={scene.name} workspaceName={workspaceName} canEdit={canEdit} />
        </main>
      </SceneAlertsContext>
    </ViewerContext>
  );
}

function SceneWithPanels({
  scene,
  cameraRef,
  onView,
}: {
  scene: SceneDetail;
  cameraRef: React.RefObject<StageCameraApi | null>;
  onView: (at: number | null) => void;
}) {
  const t = useTranslations('viewer');
  const theme = useTheme();
  const phone = usePhone();
  const { placed } = useViewer();
  const focusedId = useViewerSession((s) => s.focusedId);
  const focused = placed.find((one) => one.instance.id === focusedId);
  const insets = useViewerInsets(phone, focused !== undefined);
  return (
    <>
      <ViewerStage
        document={scene.document}
        name={scene.name}
        theme={theme}
        insets={insets}
        cameraRef={cameraRef}
      />
      {placed.length === 0 ? (
        <p className="pointer-events-none absolute inset-0 grid place-items-center p-6 text-center text-ink-2">
          {t('empty')}
        </p>
      ) : null}
      <ViewsRail document={scene.document} onView={onView} />
      {focused ? <InstancePanel placed={focused} datasources={scene.datasources} /> : null}
    </>
  );
}
