'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { StageOverlay } from '@/components/stage/overlay/stage-overlay';
import type { StageCameraApi } from '@/components/stage/stage-camera';
import { StageMarker } from '@/components/stage/stage-marker';
import { retryAssetModel } from '@/components/stage/use-asset-model';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { FloatingIcon } from '@/components/widget/floating-icon';
import type { ActiveAlerts } from '@/lib/alert/active-alerts';
import { useAssetEditor, useEditorSession, useKnownWidgets } from '../editor-context';
import { AnchorHandle } from './anchor-handle';
import { HintBar } from './hint-bar';
import { StageTools } from './stage-tools';
import type { SurfacePointer } from './surface-pointer';
import { ThumbnailKeeper } from './thumbnail-keeper';
import { useOverlayItems } from './use-overlay-items';
import { ZoomGroup } from './zoom-group';

type Props = {
  alerts: ActiveAlerts;
  surface: RefObject<SurfacePointer | null>;
  status: 'loading' | 'ready' | 'error';
  cameraRef: RefObject<StageCameraApi | null>;
};

/** DOM over the model: cards, floating icons, the handle of the selected anchor, tools. */
export function ModelOverlay({ alerts, surface, status, cameraRef }: Props) {
  const { anchors, canEdit } = useAssetEditor();
  const widgets = useKnownWidgets();
  const preview = useEditorSession((s) => s.preview);
  const selectedId = useEditorSession((s) => s.widgetId);
  const items = useOverlayItems(alerts);
  const selected = widgets.find(({ id }) => id === selectedId);
  return (
    <>
      <StageOverlay items={items} />
      {alerts.icons.map(({ widgetId, iconKind, severity, title }) => {
        const anchor = widgets.find(({ id }) => id === widgetId)?.anchor;
        return anchor ? (
          <StageMarker key={widgetId} anchor={anchors.follow(widgetId, anchor)}>
            <FloatingIcon iconKind={iconKind} severity={severity} title={title} />
          </StageMarker>
        ) : null;
      })}
      {selected?.anchor && canEdit && !preview ? (
        <AnchorHandle key={selected.id} widget={selected} anchor={selected.anchor} surface={surface} />
      ) : null}
      <ThumbnailKeeper ready={status === 'ready'} calm={alerts.parts.size === 0} />
      {preview ? null : <StageTools />}
      <HintBar />
      <ZoomGroup cameraRef={cameraRef} />
      <ModelStatus status={status} />
    </>
  );
}

/** A model that is on its way, or that did not come. */
function ModelStatus({ status }: { status: Props['status'] }) {
  const t = useTranslations('assetEditor');
  const { asset } = useAssetEditor();
  if (status === 'ready') return null;
  return (
    <div className="pointer-events-none absolute inset-0 grid place-items-center p-6">
      <div
        role={status === 'error' ? 'alert' : 'status'}
        className="pointer-events-auto flex items-center gap-3 rounded-md bg-glass px-3 py-2 text-small shadow-float backdrop-blur-md"
      >
        {status === 'loading' ? (
          <>
            <Spinner />
            {t('model.loading')}
          </>
        ) : (
          <>
            {t('model.failed')}
            <Button size="small" onClick={() => retryAssetModel(asset.modelUrl)}>
              {t('model.retry')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
