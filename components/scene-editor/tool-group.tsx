'use client';

import { useTranslations } from 'next-intl';
import { TOOLS } from '@/lib/scene/editor-session';
import { ActionButton } from './action-button';
import { useEditorSession } from './editor-context';

/** Floating tools over the stage. */
export function ToolGroup() {
  const t = useTranslations('sceneEditor');
  const tool = useEditorSession((session) => session.tool);
  const snapping = useEditorSession((session) => session.snapping);
  return (
    <div
      role="toolbar"
      aria-label={t('tools')}
      className="flex items-center gap-0.5 rounded-md bg-glass p-1 shadow-float backdrop-blur-md"
    >
      {TOOLS.map((id) => (
        <ActionButton key={id} id={`tool-${id}`} pressed={tool === id} />
      ))}
      <span aria-hidden="true" className="mx-1 h-5 w-px bg-line" />
      <ActionButton id="toggle-snapping" pressed={snapping} />
      <ActionButton id="duplicate" />
      <ActionButton id="delete" />
      <ActionButton id="focus" />
    </div>
  );
}
