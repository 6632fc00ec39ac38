'use client';

import { House, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import type { StageCameraApi } from '@/components/stage/stage-camera';
import { IconButton } from '@/components/ui/icon-button';

const ZOOM = 0.8;

/** Home and zoom; keys of the stage do the same. */
export function ZoomGroup({ cameraRef }: { cameraRef: RefObject<StageCameraApi | null> }) {
  const t = useTranslations('assetEditor.camera');
  return (
    <div className="pointer-events-auto absolute end-3 bottom-3 flex gap-0.5 rounded-md bg-glass p-[3px] shadow-float backdrop-blur-md">
      <IconButton
        label={t('home')}
        shortcut="Home"
        icon={<House aria-hidden="true" />}
        className="size-8"
        onClick={() => void cameraRef.current?.fitAll()}
      />
      <IconButton
        label={t('zoomIn')}
        shortcut="+"
        icon={<ZoomIn aria-hidden="true" />}
        className="size-8"
        onClick={() => cameraRef.current?.run({ kind: 'zoom', factor: ZOOM })}
      />
      <IconButton
        label={t('zoomOut')}
        shortcut="−"
        icon={<ZoomOut aria-hidden="true" />}
        className="size-8"
        onClick={() => cameraRef.current?.run({ kind: 'zoom', factor: 1 / ZOOM })}
      />
    </div>
  );
}
