'use client';

import { useTranslations } from 'next-intl';
import { type Ref, useState } from 'react';
import { StageOverlay } from '@/components/stage/overlay/stage-overlay';
import { Stage } from '@/components/stage/stage';
import type { StageCameraApi } from '@/components/stage/stage-camera';
import { StageMarker } from '@/components/stage/stage-marker';
import type { StageInsets, StageTheme } from '@/components/stage/types';
import { ViewCube } from '@/components/stage/view-cube';
import { FloatingIcon } from '@/components/widget/floating-icon';
import type { SceneDocument } from '@/lib/scene/schema';
import { startViewOf } from '@/lib/scene/start-view';
import { useOverlayItems } from './use-overlay-items';
import { useSceneAlerts } from './use-scene-alerts';
import { ViewedInstance } from './viewed-instance';
import { useViewer, useViewerSession } from './viewer-context';

type Props = {
  document: SceneDocument;
  name: string;
  theme: StageTheme;
  insets: StageInsets;
  cameraRef: Ref<StageCameraApi>;
};

/** The scene itself: machines, their alarms, widgets at their anchors. */
export function ViewerStage({ document, name, theme, insets, cameraRef }: Props) {
  const t = useTranslations('viewer');
  const { placed, session, focus } = useViewer();
  const hiddenGroups = useViewerSession((s) => s.hiddenGroups);
  const alerts = useSceneAlerts();
  const { environment } = document;
  const [initialView] = useState(() => startViewOf(document));
  // Everything else steps back only while something has to be acted on.
  const dimmed = alerts.some((alert) => alert.severity === 'act');
  const shown = placed.filter(
    ({ instance }) => instance.groupId === null || !hiddenGroups.has(instance.groupId),
  );
  return (
    <Stage
      theme={theme}
      label={t('stage', { name })}
      background={environment.background}
      floor={environment.floor}
      light={environment.light}
      grid={environment.grid}
      insets={insets}
      initialView={initialView}
      cameraRef={cameraRef}
      onPointerMissed={() => {
        if (session.getState().focusedId) focus(null);
      }}
      overlay={<ViewerOverlay />}
      fallback={<NoWebGl />}
    >
      {shown.map((one) => (
        <ViewedInstance key={one.instance.id} placed={one} dimmed={dimmed} />
      ))}
    </Stage>
  );
}

function ViewerOverlay() {
  const { handles } = useViewer();
  const items = useOverlayItems();
  const alerts = useSceneAlerts();
  return (
    <>
      <StageOverlay items={items} />
      {alerts
        .filter(({ widget }) => widget.alerts.showFloatingIcon)
        .map(({ key, placed, widget, severity }) => (
          <StageMarker key={key} anchor={handles.follow(`${key}:icon`, placed.instance.id, widget.anchor)}>
            <FloatingIcon iconKind={widget.alerts.iconKind} severity={severity} title={widget.title} />
          </StageMarker>
        ))}
      <ViewCube className="absolute end-6 bottom-6 max-md:hidden" />
    </>
  );
}

function NoWebGl() {
  const t = useTranslations('viewer');
  return (
    <div role="alert" className="grid size-full place-items-center p-6 text-center">
      <p className="max-w-96 text-ink-2">{t('noWebGl')}</p>
    </div>
  );
}
