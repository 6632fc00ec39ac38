'use client';

import { useEffect } from 'react';
import { actionForKey, isHarmless } from '@/lib/asset-editor/editor-actions';
import { useAssetEditor } from '../editor-context';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

/** Runs the editor's shortcuts, except while someone types or a dialog or menu is open. Ctrl S saves anywhere. */
export function useEditorKeys(): void {
  const { actions, canEdit } = useAssetEditor();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = actionForKey(event);
      if (!action || (!canEdit && !isHarmless(action.id))) return;
      if (action.id !== 'save' && isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'))
        return;
      event.preventDefault();
      if (action.enabled(actions)) action.run(actions);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions, canEdit]);
}
