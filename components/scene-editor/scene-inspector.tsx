'use client';

import { useTranslations } from 'next-intl';
import type { StageCameraApi } from '@/components/stage/stage-camera';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Slider } from '@/components/ui/slider';
import { Switch } from '@/components/ui/switch';
import { setEnvironment } from '@/lib/scene/commands/set-environment';
import { BACKGROUNDS } from '@/lib/scene/schema';
import { useSceneDocument, useSceneEditor } from './editor-context';
import { ViewsEditor } from './views-editor';

/** What belongs to the scene as a whole: camera views and surroundings. Shown while nothing is selected. */
export function SceneInspector({ camera }: { camera: () => StageCameraApi | null }) {
  const t = useTranslations('sceneEditor');
  const { editor } = useSceneEditor();
  const environment = useSceneDocument((document) => document.environment);
  const set = (change: Partial<typeof environment>, mergeKey?: string) =>
    editor
      .getState()
      .run(setEnvironment(change), { label: 'environment', ...(mergeKey ? { mergeKey } : {}) });
  return (
    <div className="flex flex-col">
      <ViewsEditor camera={camera} />
      <section aria-labelledby="environment" className="flex flex-col gap-3 border-line border-t p-4">
        <h2 id="environment" className="font-semibold text-dense">
          {t('environment')}
        </h2>
        <Field label={t('background')} layout="beside">
          <Select
            value={environment.background}
            onValueChange={(background) => set({ background })}
            options={BACKGROUNDS.map((value) => ({ value, label: t(`backgrounds.${value}`) }))}
          />
        </Field>
        <Field label={t('floor')} layout="beside">
          <Switch checked={environment.floor} onCheckedChange={(floor) => set({ floor })} />
        </Field>
        <Field label={t('grid')} layout="beside" hint={t('gridHint')}>
          <Switch checked={environment.grid} onCheckedChange={(grid) => set({ grid })} />
        </Field>
        <Field label={t('light')} layout="beside">
          <Slider
            value={environment.light}
            min={0.2}
            max={2}
            step={0.05}
            onValueChange={(light) => set({ light }, 'light')}
          />
        </Field>
      </section>
    </div>
  );
}
