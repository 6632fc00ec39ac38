'use client';

import { Crosshair, Mouse } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Kbd } from '@/components/ui/kbd';
import { useEditorSession, useKnownWidgets } from '../editor-context';

/** What the pointer does here, now. */
export function HintBar() {
  const t = useTranslations('assetEditor.hint');
  const placingId = useEditorSession((s) => s.placingId);
  const preview = useEditorSession((s) => s.preview);
  const title = useKnownWidgets().find(({ id }) => id === placingId)?.title;
  const dot = (
    <span aria-hidden="true" className="text-ink-3">
      ·
    </span>
  );
  return (
    <div
      role="status"
      className="pointer-events-none absolute start-3 bottom-3 flex h-7 items-center gap-2.5 rounded-md bg-glass px-2.5 text-ink-2 text-small shadow-float backdrop-blur-md max-md:hidden"
    >
      {placingId !== null ? (
        <>
          <Crosshair aria-hidden="true" className="size-3.5 text-accent-text" />
          <span className="font-medium text-ink">{t('place', { title: title ?? '' })}</span>
          {dot}
          <Kbd>Esc</Kbd>
          {t('cancel')}
        </>
      ) : preview ? (
        <>
          <Kbd>Esc</Kbd>
          {t('leavePreview')}
        </>
      ) : (
        <>
          <Mouse aria-hidden="true" className="size-3.5" />
          {t('orbit')}
          {dot}
          {t('select')}
          {dot}
          <Kbd>F</Kbd>
          {t('focus')}
        </>
      )}
    </div>
  );
}
