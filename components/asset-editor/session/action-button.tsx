'use client';

import {
  CopyPlus,
  Crosshair,
  Eye,
  Focus,
  Grid3x3,
  type LucideIcon,
  MousePointer2,
  Redo2,
  Save,
  Sun,
  Trash2,
  Undo2,
  X,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/icon-button';
import { type EditorActionId, editorAction } from '@/lib/asset-editor/editor-actions';
import { useAssetEditor } from '../editor-context';

const ICONS: Record<EditorActionId, LucideIcon> = {
  select: MousePointer2,
  place: Crosshair,
  grid: Grid3x3,
  light: Sun,
  focus: Focus,
  preview: Eye,
  undo: Undo2,
  redo: Redo2,
  save: Save,
  duplicate: CopyPlus,
  delete: Trash2,
  leave: X,
};

/** `mod+shift+z` → `Ctrl Shift Z`. */
const shortcutText = (shortcut: string): string =>
  shortcut
    .split('+')
    .map((key) => (key === 'mod' ? 'Ctrl' : key.charAt(0).toUpperCase() + key.slice(1)))
    .join(' ');

type Props = { id: EditorActionId; pressed?: boolean; className?: string };

/** A button for one action of the editor: icon, name, shortcut, and whether it can be done now. */
export function ActionButton({ id, pressed, className }: Props) {
  const t = useTranslations('assetEditor.action');
  const { actions, editor, session } = useAssetEditor();
  const action = editorAction(id);
  // Whether it can be done depends on both stores; each selects the answer, so this renders only when that changes.
  const byEditor = useStore(editor, () => action.enabled(actions));
  const bySession = useStore(session, () => action.enabled(actions));
  const Icon = ICONS[id];
  return (
    <IconButton
      label={t(id)}
      icon={<Icon aria-hidden="true" className={id === 'undo' || id === 'redo' ? 'flip' : undefined} />}
      shortcut={shortcutText(action.shortcut)}
      disabled={!(byEditor && bySession)}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(className ? { className } : {})}
      onClick={() => action.run(actions)}
    />
  );
}
