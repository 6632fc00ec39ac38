'use client';

import { Box, Boxes, ChevronDown, ChevronRight, Component } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { cn } from '@/components/ui/class-names';
import type { Severity } from '@/lib/alert/schema';
import type { PartRow } from '@/lib/asset-editor/prepare-parts';
import { AlertDot } from '../alert-dot';
import { useAssetEditor } from '../editor-context';

type Props = {
  row: PartRow;
  selected: boolean;
  tabbable: boolean;
  /** Widgets that hang on it. */
  widgets: number;
  severity: Severity | undefined;
  onSelect: (id: string) => void;
  onToggle: (id: string, open: boolean) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** One part of the tree. */
export function PartTreeRow({
  row,
  selected,
  tabbable,
  widgets,
  severity,
  onSelect,
  onToggle,
  onKeyDown,
}: Props) {
  const t = useTranslations('assetEditor.parts');
  const { session, actions } = useAssetEditor();
  const { part, depth, open } = row;
  const Icon = depth === 0 ? Box : open === undefined ? Component : Boxes;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <div
      role="treeitem"
      tabIndex={tabbable ? 0 : -1}
      aria-selected={selected}
      aria-level={depth + 1}
      {...(open === undefined ? {} : { 'aria-expanded': open })}
      data-part={part.id}
      style={{ paddingInlineStart: 4 + depth * 16 }}
      className={cn(
        'flex h-[30px] cursor-default items-center gap-1.5 rounded-sm pe-1.5 text-dense text-ink-2 -outline-offset-2 hover:bg-hover [&_svg]:size-3.5 [&_svg]:text-ink-3',
        selected &&
          'bg-accent-soft font-[550] text-ink shadow-[inset_0_0_0_1px_var(--accent-line)] hover:bg-accent-soft',
      )}
      onClick={() => onSelect(part.id)}
      onDoubleClick={() => actions.focus(part.id)}
      onPointerEnter={() => session.getState().set({ hoveredPartId: part.id })}
      onFocus={() => session.getState().set({ hoveredPartId: part.id })}
      onKeyDown={onKeyDown}
    >
      {open === undefined ? (
        <span aria-hidden="true" className="w-3.5 shrink-0" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t(open ? 'close' : 'open', { name: part.name })}
          className="grid size-3.5 shrink-0 place-items-center"
          onClick={(event) => {
            event.stopPropagation();
            onToggle(part.id, !open);
          }}
        >
          <Chevron aria-hidden="true" className={open ? '' : 'flip'} />
        </button>
      )}
      <Icon aria-hidden="true" className="shrink-0" />
      <bdi className="min-w-0 truncate">{part.name}</bdi>
      <span className="ms-auto flex shrink-0 items-center gap-1.5 font-normal text-ink-3 text-micro">
        {severity ? <AlertDot severity={severity} /> : null}
        {widgets > 0 ? (
          <span className="num" title={t('widgets', { count: widgets })}>
            {widgets}
          </span>
        ) : null}
      </span>
    </div>
  );
}
