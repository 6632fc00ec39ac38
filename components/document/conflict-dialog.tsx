'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast-store';
import { useProblemText } from '@/components/ui/use-problem-text';
import type { EditorState } from '@/lib/document/editor-store';

/** Someone else saved first: the user chooses, and neither version is lost (the other is one undo or one revision away). */
export function ConflictDialog<D extends object>({ store }: { store: StoreApi<EditorState<D>> }) {
  const t = useTranslations('document.conflict');
  const problemText = useProblemText();
  const open = useStore(store, (editor) => editor.saveState === 'conflict');
  const [choosing, setChoosing] = useState<'theirs' | 'mine' | null>(null);
  const choose = async (choice: 'theirs' | 'mine') => {
    setChoosing(choice);
    try {
      await store.getState().resolve(choice);
    } catch (problem) {
      // Still in conflict: both versions are where they were.
      toast.error(t('failed'), { description: problemText(problem) });
    } finally {
      setChoosing(null);
    }
  };
  return (
    <Dialog
      open={open}
      title={t('title')}
      description={t('detail')}
      footer={
        <>
          <Button loading={choosing === 'theirs'} onClick={() => void choose('theirs')}>
            {t('theirs')}
          </Button>
          <Button variant="primary" loading={choosing === 'mine'} onClick={() => void choose('mine')}>
            {t('mine')}
          </Button>
        </>
      }
    />
  );
}
