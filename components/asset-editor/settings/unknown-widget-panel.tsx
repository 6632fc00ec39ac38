'use client';

import { useTranslations } from 'next-intl';
import type { UnknownWidget } from '@/lib/widget/schema';
import { useAssetEditor } from '../editor-context';
import { PanelHead } from '../panel-parts';
import { ActionButton } from '../session/action-button';

/** A widget of a newer version: it can be seen, moved in the list and deleted, not set up. */
export function UnknownWidgetPanel({ widget }: { widget: UnknownWidget }) {
  const t = useTranslations('widget');
  const { session, canEdit } = useAssetEditor();
  return (
    <section aria-label={t('unknownKind')}>
      <PanelHead title={t('unknownKind')} onClose={() => session.getState().selectWidget(null)}>
        {canEdit ? <ActionButton id="delete" /> : null}
      </PanelHead>
      <p className="px-4 pb-3 text-ink-2 text-small">{t('unknownKindHint', { kind: widget.kind })}</p>
    </section>
  );
}
