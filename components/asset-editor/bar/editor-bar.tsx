'use client';

import { ArrowLeft, ChevronRight, Eye, PencilLine } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStore } from 'zustand';
import { InlineName } from '@/components/document/inline-name';
import { SaveStatus } from '@/components/document/save-status';
import { Age } from '@/components/ui/age';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { useAssetEditor, useEditorSession } from '../editor-context';
import { ActionButton } from '../session/action-button';
import { DatasourceFact } from './datasource-fact';
import { PlaceInScene } from './place-in-scene';

/** Back, name, revision, save state, undo, datasource, preview, place in a scene. */
export function EditorBar() {
  const t = useTranslations('assetEditor');
  const problemText = useProblemText();
  const { asset, editor, session, canEdit } = useAssetEditor();
  const [name, setName] = useState(asset.name);
  const revision = useStore(editor, (state) => state.revision);
  const savedAt = useStore(editor, (state) => state.savedAt);
  const isSaved = useStore(editor, (state) => state.saveState === 'saved');
  const preview = useEditorSession((s) => s.preview);

  const rename = async (next: string) => {
    try {
      await api.act('PATCH', `/api/v1/assets/${asset.id}`, { name: next });
      setName(next);
    } catch (problem) {
      toast.error(t('renameFailed'), { description: problemText(problem) });
    }
  };

  return (
    <header className="z-10 col-span-full flex h-12 min-w-0 items-center gap-2 border-line border-b bg-surface px-3 text-dense">
      <Link
        href="/assets"
        aria-label={t('back')}
        className="touch-target grid size-7 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-hover hover:text-ink max-md:size-11"
      >
        <ArrowLeft aria-hidden="true" className="flip" />
      </Link>
      <span className="text-ink-3 max-lg:hidden">{t('assets')}</span>
      <ChevronRight aria-hidden="true" className="flip size-3.5 text-ink-3 max-lg:hidden" />
      <h1 className="sr-only">{name}</h1>
      <InlineName
        value={name}
        label={t('name')}
        disabled={!canEdit}
        onRename={rename}
        className="max-w-full"
      />
      <span className="flex min-w-0 items-center gap-2 max-md:hidden">
        <Badge className="num max-lg:hidden">{t('revision', { revision })}</Badge>
        {canEdit ? (
          <>
            <SaveStatus store={editor} />
            {isSaved ? (
              <Age at={savedAt ?? asset.updatedAt} className="text-ink-3 text-small max-lg:hidden" />
            ) : null}
          </>
        ) : (
          <Badge>{t('readOnly')}</Badge>
        )}
      </span>
      <div className="ms-auto flex shrink-0 items-center gap-1.5 max-md:hidden">
        {canEdit ? (
          <>
            <ActionButton id="undo" />
            <ActionButton id="redo" />
            <span aria-hidden="true" className="mx-1.5 h-5 w-px bg-line" />
          </>
        ) : null}
        <DatasourceFact />
        <Button
          size="small"
          aria-pressed={preview}
          icon={
            preview ? (
              <PencilLine aria-hidden="true" className="size-3.5" />
            ) : (
              <Eye aria-hidden="true" className="size-3.5" />
            )
          }
          onClick={() => session.getState().set({ preview: !preview, placingId: null })}
        >
          {t(preview ? 'backToEditing' : 'preview')}
        </Button>
        <PlaceInScene name={name} />
      </div>
    </header>
  );
}
