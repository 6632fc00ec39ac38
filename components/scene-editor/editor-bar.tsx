'use client';

import { ArrowLeft, Eye } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStore } from 'zustand';
import { InlineName } from '@/components/document/inline-name';
import { SaveStatus } from '@/components/document/save-status';
import { ShareDialog } from '@/components/scene-share/share-dialog';
import { Button, ButtonLink } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import { api } from '@/lib/api-client';
import { ActionButton } from './action-button';
import { useSceneEditor } from './editor-context';

/** Back, name, save state, undo, share, viewer. */
export function EditorBar({ sceneId, name: initialName }: { sceneId: string; name: string }) {
  const t = useTranslations('sceneEditor');
  const problemText = useProblemText();
  const { editor } = useSceneEditor();
  const [name, setName] = useState(initialName);
  const [sharing, setSharing] = useState(false);
  const revision = useStore(editor, (state) => state.revision);

  const rename = async (next: string) => {
    try {
      await api.act('PATCH', `/api/v1/scenes/${sceneId}`, { name: next });
      setName(next);
    } catch (problem) {
      toast.error(t('rename.failed'), { description: problemText(problem) });
    }
  };
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-line border-b bg-surface px-3">
      <Link
        href="/scenes"
        aria-label={t('back')}
        className="grid size-7 place-items-center rounded-md text-ink-2 hover:bg-hover"
      >
        <ArrowLeft aria-hidden="true" className="flip" />
      </Link>
      <InlineName value={name} label={t('sceneName')} onRename={rename} />
      <span className="num rounded-sm border border-line bg-sunken px-1.5 text-ink-2 text-micro max-lg:hidden">
        {t('revision', { revision })}
      </span>
      <SaveStatus store={editor} />
      <div className="ms-auto flex items-center gap-1">
        <ActionButton id="undo" />
        <ActionButton id="redo" />
        <span aria-hidden="true" className="mx-2 h-5 w-px bg-line" />
        <Button onClick={() => setSharing(true)}>{t('share')}</Button>
        <ButtonLink
          href={`/s/${sceneId}`}
          variant="primary"
          icon={<Eye aria-hidden="true" />}
          onClick={() => void editor.getState().flush()}
        >
          {t('openViewer')}
        </ButtonLink>
      </div>
      {sharing ? <ShareDialog sceneId={sceneId} onClose={() => setSharing(false)} /> : null}
    </header>
  );
}
