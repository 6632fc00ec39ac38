'use client';

import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  BoxSelect,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Eye,
  Focus,
  Group,
  Lock,
  type LucideIcon,
  Magnet,
  MousePointer2,
  Move3d,
  Redo2,
  Rotate3d,
  Scaling,
  SquareDashed,
  Trash2,
  Undo2,
  Ungroup,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/icon-button';
import { type EditorActionId, editorAction } from '@/lib/scene/editor-actions';
import { useSceneEditor } from './editor-context';

export const ACTION_ICONS: Record<EditorActionId, LucideIcon> = {
  'tool-select': MousePointer2,
  'tool-move': Move3d,
  'tool-rotate': Rotate3d,
  'tool-scale': Scaling,
  'toggle-snapping': Magnet,
  undo: Undo2,
  redo: Redo2,
  copy: Copy,
  paste: ClipboardPaste,
  duplicate: CopyPlus,
  delete: Trash2,
  group: Group,
  ungroup: Ungroup,
  'toggle-visible': Eye,
  'toggle-locked': Lock,
  focus: Focus,
  'select-all': BoxSelect,
  deselect: SquareDashed,
  'nudge-left': ArrowLeft,
  'nudge-right': ArrowRight,
  'nudge-back': ArrowUp,
  'nudge-forward': ArrowDown,
};

/** `mod+shift+z` → `Ctrl Shift Z`. */
export const shortcutText = (shortcut: string): string =>
  shortcut
    .split('+')
    .map((key) => (key === 'mod' ? 'Ctrl' : key.startsWith('arrow') ? key.slice(5) : key))
    .map((key) => key.charAt(0).toUpperCase() + key.slice(1))
    .join(' ');

/** A toolbar button for one action of the editor: icon, name, shortcut, and whether it can be done now. */
export function ActionButton({ id, pressed }: { id: EditorActionId; pressed?: boolean }) {
  const t = useTranslations('sceneEditor.action');
  const { actions, editor, session } = useSceneEditor();
  const action = editorAction(id);
  // Whether an action can be done depends on both stores; each selects the answer, so it renders only when that changes.
  useStore(editor, () => action?.enabled(actions));
  useStore(session, () => action?.enabled(actions));
  const Icon = ACTION_ICONS[id];
  if (!action) return null;
  return (
    <IconButton
      label={t(id)}
      icon={<Icon aria-hidden="true" />}
      {...(action.shortcut ? { shortcut: shortcutText(action.shortcut) } : {})}
      disabled={!action.enabled(actions)}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={() => action.run(actions)}
    />
  );
}
