'use client';

import { CloudCheck, CloudOff, CloudUpload, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { cn } from '@/components/ui/class-names';
import type { EditorState, SaveState } from '@/lib/document/editor-store';

const ICONS: Record<SaveState, LucideIcon> = {
  saved: CloudCheck,
  dirty: CloudUpload,
  saving: CloudUpload,
  offline: CloudOff,
  conflict: TriangleAlert,
  refused: TriangleAlert,
};
const NEEDS_EYES: readonly SaveState[] = ['offline', 'conflict', 'refused'];

/** Whether the work is safe, in two words. The width is that of the longest, so that nothing beside it moves. */
export function SaveStatus<D>({ store }: { store: StoreApi<EditorState<D>> }) {
  const t = useTranslations('document');
  const state = useStore(store, (editor) => editor.saveState);
  const refusal = useStore(store, (editor) => editor.refusal);
  const Icon = ICONS[state];
  return (
    <p
      role="status"
      data-save-state={state}
      title={refusal ?? undefined}
      className={cn(
        'flex items-center gap-1.5 whitespace-nowrap text-ink-3 text-small',
        NEEDS_EYES.includes(state) && 'text-look-text',
      )}
    >
      <Icon aria-hidden="true" className="size-4" />
      {t(`saveState.${state}`)}
    </p>
  );
}
