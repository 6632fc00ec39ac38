'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import type { StageCameraApi } from '@/components/stage/stage-camera';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { AssetPalette } from './asset-palette';
import { type EditorAsset, useEditorSession, useSceneDocument } from './editor-context';
import { Hierarchy } from './hierarchy';
import { InstanceInspector } from './instance-inspector';
import { SceneInspector } from './scene-inspector';

type Props = {
  camera: () => StageCameraApi | null;
  onPlace: (asset: EditorAsset) => void;
  /** The stage. */
  children: ReactNode;
};

/** The two columns beside the stage. */
export function EditorPanels({ camera, onPlace, children }: Props) {
  const t = useTranslations('sceneEditor');
  const instances = useSceneDocument((document) => document.instances);
  const selection = useEditorSession((session) => session.selection);
  const selected = useMemo(() => instances.filter((one) => selection.has(one.id)), [instances, selection]);
  const [tab, setTab] = useState<'assets' | 'scene'>(instances.length === 0 ? 'assets' : 'scene');
  return (
    <>
      <aside
        aria-label={t(tab === 'assets' ? 'assets' : 'hierarchy')}
        className="flex w-62 shrink-0 flex-col border-line border-e bg-surface"
      >
        <div className="p-2 pb-0">
          <SegmentedControl
            aria-label={t('leftPanel')}
            value={tab}
            onValueChange={setTab}
            segments={[
              { value: 'assets', label: t('assets') },
              { value: 'scene', label: t('hierarchy'), count: instances.length },
            ]}
          />
        </div>
        {tab === 'assets' ? <AssetPalette onPlace={onPlace} /> : <Hierarchy />}
      </aside>
      {children}
      <aside
        aria-label={t('properties')}
        className="w-84 shrink-0 overflow-y-auto border-line border-s bg-surface max-lg:w-72"
      >
        {selected.length > 0 ? (
          <InstanceInspector instances={selected} />
        ) : (
          <SceneInspector camera={camera} />
        )}
      </aside>
    </>
  );
}
