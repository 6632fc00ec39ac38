'use client';

import { useEffect } from 'react';
import { type ActionContext, actionForKey } from '@/lib/scene/editor-actions';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

/** Runs the editor's shortcuts, except while someone types or a dialog or menu is open. */
export function useEditorKeys(actions: ActionContext): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      const action = actionForKey(event);
      if (!action?.enabled(actions)) return;
      event.preventDefault();
      action.run(actions);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
}
