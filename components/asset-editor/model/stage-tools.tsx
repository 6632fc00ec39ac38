'use client';

import { useTranslations } from 'next-intl';
import { useAssetEditor, useEditorSession } from '../editor-context';
import { ActionButton } from '../session/action-button';

/** Floating tools over the model. */
export function StageTools() {
  const t = useTranslations('assetEditor');
  const { canEdit } = useAssetEditor();
  const placing = useEditorSession((s) => s.placingId !== null);
  const grid = useEditorSession((s) => s.grid);
  const light = useEditorSession((s) => s.light);
  return (
    <div className="pointer-events-none absolute inset-x-0 top-3 flex justify-center px-3 max-md:hidden">
      <div
        role="toolbar"
        aria-label={t('tools')}
        className="pointer-events-auto flex items-center gap-0.5 rounded-md bg-glass p-[3px] shadow-float backdrop-blur-md"
      >
        {canEdit ? (
          <>
            <ActionButton id="select" pressed={!placing} className="size-8" />
            <ActionButton id="place" pressed={placing} className="size-8" />
            <span aria-hidden="true" className="mx-1 h-6 w-px bg-line" />
          </>
        ) : null}
        <ActionButton id="grid" pressed={grid} className="size-8" />
        <ActionButton id="light" pressed={light !== 1} className="size-8" />
        <ActionButton id="focus" className="size-8" />
      </div>
    </div>
  );
}
