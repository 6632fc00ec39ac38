'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { Count } from '@/components/ui/badge';
import { cn } from '@/components/ui/class-names';
import { moveWidget } from '@/lib/asset-editor/commands/move-widget';
import { findWidget } from '@/lib/asset-editor/find-widget';
import { useAssetDocument, useAssetEditor, useEditorSession } from '../editor-context';
import { useEditorAlerts } from '../use-editor-alerts';
import { AddWidgetMenu } from './add-widget-menu';
import { WidgetRow } from './widget-row';

const DRAG_TYPE = 'application/x-twinnoverse-widget';

/** The widgets in their order; dragged, or moved by Alt and an arrow key. */
export function WidgetsPanel() {
  const t = useTranslations('assetEditor.widgets');
  const { editor, session, canEdit } = useAssetEditor();
  const document = useAssetDocument((d) => d);
  const { widgets } = document;
  const selectedId = useEditorSession((s) => s.widgetId);
  const alerts = useEditorAlerts();
  const [dragged, setDragged] = useState<string | null>(null);
  /** Place between rows that a drop would fill. */
  const [dropAt, setDropAt] = useState<number | null>(null);
  const [said, setSaid] = useState('');

  /** Presses of an arrow key in a row are one step to undo; a drag is one by itself. */
  const move = (id: string, to: number, mergeKey?: string) => {
    editor
      .getState()
      .run(moveWidget(id, to), { label: 'reorder', ...(mergeKey === undefined ? {} : { mergeKey }) });
    const after = editor.getState().history.document.widgets;
    const at = after.findIndex((widget) => widget.id === id);
    const title = findWidget(document, id)?.title ?? '';
    setSaid(t('moved', { title, place: at + 1, count: after.length }));
  };
  const press = (event: KeyboardEvent, id: string, at: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const list = event.currentTarget.closest('ul');
    if (event.altKey && canEdit) move(id, at + step, `reorder ${id}`);
    else list?.querySelectorAll<HTMLElement>('[data-widget-row]')[at + step]?.focus();
  };
  const dragOver = (event: DragEvent, at: number) => {
    if (!event.dataTransfer.types.includes(DRAG_TYPE)) return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    setDropAt(event.clientY < box.top + box.height / 2 ? at : at + 1);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const from = widgets.findIndex((widget) => widget.id === dragged);
    // Places count without the dragged one.
    if (dragged !== null && dropAt !== null) move(dragged, dropAt > from ? dropAt - 1 : dropAt);
    setDragged(null);
    setDropAt(null);
  };

  return (
    <section aria-label={t('title')} className="flex max-h-[45%] shrink-0 flex-col border-line border-t">
      <div className="flex h-10 shrink-0 items-center gap-1.5 ps-4 pe-2">
        <h2 className="font-semibold text-small">{t('title')}</h2>
        <Count>{widgets.length}</Count>
        {canEdit ? <AddWidgetMenu /> : null}
      </div>
      <ul className="min-h-0 overflow-y-auto px-2 pb-2 [scrollbar-width:thin]" onDrop={drop}>
        {widgets.map((widget, at) => (
          <li
            key={widget.id}
            draggable={canEdit}
            onDragStart={(event) => {
              event.dataTransfer.setData(DRAG_TYPE, widget.id);
              event.dataTransfer.effectAllowed = 'move';
              setDragged(widget.id);
            }}
            onDragOver={(event) => dragOver(event, at)}
            onDragEnd={() => {
              setDragged(null);
              setDropAt(null);
            }}
            className={cn(
              'relative',
              dragged === widget.id && 'opacity-50',
              dropAt === at &&
                'before:absolute before:inset-x-1 before:-top-px before:h-0.5 before:bg-accent',
              dropAt === at + 1 &&
                at === widgets.length - 1 &&
                'after:absolute after:inset-x-1 after:-bottom-px after:h-0.5 after:bg-accent',
            )}
          >
            <WidgetRow
              widget={widget}
              selected={widget.id === selectedId}
              severity={alerts.widgets.get(widget.id)}
              onSelect={() =>
                session
                  .getState()
                  .selectWidget(widget.id, findWidget(document, widget.id)?.anchor?.partId ?? null)
              }
              onKeyDown={(event) => press(event, widget.id, at)}
            />
          </li>
        ))}
      </ul>
      {widgets.length === 0 ? (
        <p className="px-4 pb-3 text-ink-3 text-small">{t(canEdit ? 'empty' : 'none')}</p>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  );
}
