'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { Vector3 } from 'three';
import { useTheme } from '@/components/shell/use-theme';
import { AssetModel, type AssetModelHandle, type LocalPoint } from '@/components/stage/asset-model';
import { Stage } from '@/components/stage/stage';
import type { StageCameraApi } from '@/components/stage/stage-camera';
import type { PartAlarm } from '@/components/stage/types';
import { toast } from '@/components/ui/toast-store';
import { useAssetAlerts } from '@/components/widget/use-asset-alerts';
import { flattenParts } from '@/lib/asset/flatten-parts';
import { changeWidget } from '@/lib/asset-editor/commands/change-widget';
import { useAssetEditor, useEditorSession, useKnownWidgets } from '../editor-context';
import { ModelOverlay } from './model-overlay';
import { type SurfacePointer, SurfacePointerSource } from './surface-pointer';

const INSETS = { top: 64, right: 24, bottom: 64, left: 24 };

/** The model on its stage: parts to click, widgets at their anchors, alarms glowing. */
export function ModelStage({ cameraRef }: { cameraRef: RefObject<StageCameraApi | null> }) {
  const t = useTranslations('assetEditor');
  const { asset, anchors, editor, session, canEdit } = useAssetEditor();
  const theme = useTheme();
  const widgets = useKnownWidgets();
  const grid = useEditorSession((s) => s.grid && !s.preview);
  const light = useEditorSession((s) => s.light);
  const preview = useEditorSession((s) => s.preview);
  const partId = useEditorSession((s) => s.partId);
  const hovered = useEditorSession((s) => s.hoveredPartId);
  const placing = useEditorSession((s) => s.placingId !== null);
  const surface = useRef<SurfacePointer>(null);
  const [status, setStatus] = useState<'loading' | 'ready' | 'error'>('loading');

  const parts = useMemo(() => flattenParts(asset.parts), [asset.parts]);
  const partIds = useMemo(() => parts.map(({ id }) => id), [parts]);
  const roots = useMemo(() => asset.parts.map(({ id }) => id), [asset.parts]);
  const alerts = useAssetAlerts(widgets, undefined, roots);
  const alarm = useMemo<ReadonlyMap<string, PartAlarm> | undefined>(() => {
    if (alerts.parts.size === 0) return undefined;
    return new Map([...alerts.parts].map(([id, { color }]) => [id, { color, intensity: 1 }]));
  }, [alerts]);

  const register = useCallback((handle: AssetModelHandle | null) => anchors.setHandle(handle), [anchors]);
  const onPick = useCallback(
    (picked: string | null, _point: Vector3, _normal: Vector3, local: LocalPoint) => {
      const { placingId, selectPart } = session.getState();
      if (placingId === null) return selectPart(picked);
      if (picked === null) {
        toast.info(t('anchor.noPart'));
        return;
      }
      editor
        .getState()
        .run(changeWidget(placingId, { anchor: { partId: picked, ...local } }), { label: 'place' });
      session.getState().selectWidget(placingId, picked);
    },
    [editor, session, t],
  );
  const onHover = useCallback(
    (hoveredPartId: string | null) => session.getState().set({ hoveredPartId }),
    [session],
  );

  return (
    <div
      className={`relative size-full ${placing ? '[&_canvas]:cursor-crosshair' : ''}`}
      data-model={status}
      data-alarms={[...alerts.parts].map(([id, { severity }]) => `${id}=${severity}`).join('|')}
    >
      <Stage
        theme={theme}
        label={t('stage', { name: asset.name })}
        ground="content"
        grid={grid}
        light={light}
        insets={INSETS}
        cameraRef={cameraRef}
        onPointerMissed={() => session.getState().placingId === null && session.getState().selectPart(null)}
        helpers={<SurfacePointerSource target={surface} partIds={partIds} />}
        overlay={<ModelOverlay alerts={alerts} surface={surface} status={status} cameraRef={cameraRef} />}
        fallback={<NoWebGl />}
      >
        <AssetModel
          ref={register}
          url={asset.modelUrl}
          parts={parts}
          bounds={asset.statistics.bounds}
          alarm={alarm}
          highlight={hovered !== null && !preview ? [hovered] : undefined}
          selectedParts={partId !== null && !preview ? [partId] : undefined}
          onPick={preview && !canEdit ? undefined : onPick}
          onHover={preview ? undefined : onHover}
          onStatus={setStatus}
        />
      </Stage>
    </div>
  );
}

function NoWebGl() {
  const t = useTranslations('assetEditor');
  return (
    <div role="alert" className="grid size-full place-items-center p-6 text-center text-ink-2">
      <p className="max-w-96">{t('noWebGl')}</p>
    </div>
  );
}
