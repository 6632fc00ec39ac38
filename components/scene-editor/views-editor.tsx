'use client';

import { ArrowUp, Camera, Flag, Plus, RefreshCw, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { StageCameraApi } from '@/components/stage/stage-camera';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { freeName } from '@/lib/scene/commands/free-name';
import { moveView, putView, removeView, setStartView } from '@/lib/scene/commands/set-views';
import type { View } from '@/lib/scene/schema';
import { useSceneDocument, useSceneEditor } from './editor-context';

/** The scene's camera views, and which of them the viewer starts with. */
export function ViewsEditor({ camera }: { camera: () => StageCameraApi | null }) {
  const t = useTranslations('sceneEditor');
  const { editor, actions } = useSceneEditor();
  const views = useSceneDocument((document) => document.views);
  const startViewId = useSceneDocument((document) => document.startViewId);
  const run = editor.getState().run;

  const add = () => {
    const view = camera()?.getView();
    if (!view) return;
    const name = freeName(
      t('view'),
      views.map((other) => other.name),
    );
    run(putView({ id: actions.newId(), name, ...view }), { label: 'addView' });
  };
  const retake = (view: View) => {
    const now = camera()?.getView();
    if (now) run(putView({ ...view, ...now }), { label: 'setView' });
  };

  return (
    <section aria-labelledby="views" className="flex flex-col gap-2 p-4">
      <div className="flex items-center justify-between">
        <h2 id="views" className="font-semibold text-dense">
          {t('views')}
        </h2>
        <Button size="small" onClick={add} icon={<Plus aria-hidden="true" />}>
          {t('addView')}
        </Button>
      </div>
      {views.length === 0 ? <p className="text-ink-3 text-small">{t('noViews')}</p> : null}
      <ol className="flex flex-col gap-0.5">
        {views.map((view, at) => (
          <li key={view.id} className="group flex h-8 items-center gap-0.5 rounded-sm ps-1 hover:bg-hover">
            <IconButton
              label={t('goToView', { name: view.name })}
              icon={<Camera aria-hidden="true" />}
              onClick={() => void camera()?.flyTo(view)}
            />
            <ViewName view={view} />
            <IconButton
              label={t('startWith', { name: view.name })}
              aria-pressed={view.id === startViewId}
              icon={<Flag aria-hidden="true" />}
              onClick={() =>
                run(setStartView(view.id === startViewId ? null : view.id), { label: 'setStartView' })
              }
            />
            {at > 0 ? (
              <IconButton
                label={t('moveViewUp', { name: view.name })}
                icon={<ArrowUp aria-hidden="true" />}
                onClick={() => run(moveView(view.id, at - 1), { label: 'moveView' })}
              />
            ) : null}
            <IconButton
              label={t('retakeView', { name: view.name })}
              icon={<RefreshCw aria-hidden="true" />}
              onClick={() => retake(view)}
            />
            <IconButton
              label={t('deleteView', { name: view.name })}
              icon={<Trash2 aria-hidden="true" />}
              onClick={() => run(removeView(view.id), { label: 'deleteView' })}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function ViewName({ view }: { view: View }) {
  const t = useTranslations('sceneEditor');
  const { editor } = useSceneEditor();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    const name = draft?.trim();
    if (name && name !== view.name)
      editor.getState().run(putView({ ...view, name }), { label: 'renameView' });
    setDraft(null);
  };
  return (
    <input
      aria-label={t('viewName')}
      value={draft ?? view.name}
      maxLength={80}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(null);
      }}
      className="h-7 min-w-0 flex-1 rounded-sm bg-transparent px-1.5 text-dense"
    />
  );
}
